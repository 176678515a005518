"""Where somebody lives: streets, flats, post boxes and postcodes."""

import re

from community.screening.folded import Folded, Span
from community.screening.personal_details.houses import houses
from community.screening.personal_details.postcodes import find_postcodes
from community.screening.personal_details.streets_ahead import flat_or_box, street
from community.screening.personal_details.streets_behind import english, french

SHAPES = (english, french, flat_or_box, street)

ANY_DIGIT = re.compile(r"\d")


def may_hold_an_address(text: str) -> bool:
    """Whether a search is worth its time. True for every text that holds an address."""
    return ANY_DIGIT.search(text) is not None


def find_addresses(folded: Folded) -> list[Span]:
    """Return the places in the original of everything that reads as an address."""
    if not may_hold_an_address(folded.text):
        return []
    return [*find_streets(folded), *find_postcodes(folded)]


def find_streets(folded: Folded) -> list[Span]:
    """Return the places in the original of street addresses, flats and post boxes."""
    found = (
        next(filter(None, (shape(house) for shape in SHAPES)), None) for house in houses(folded)
    )
    return [folded.span(*place) for place in found if place]
