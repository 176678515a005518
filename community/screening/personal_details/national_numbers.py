"""Numbers by which a state knows a person, told from other numbers by their check digits."""

import re

from community.screening.contact_details.not_phones import blanked
from community.screening.folded import Folded, Span
from community.screening.personal_details import (
    national_islands,
    national_nordic,
    national_overseas,
    national_south_east,
    national_west,
)
from community.screening.personal_details.kinds import DASH, Kind

KINDS: tuple[Kind, ...] = (
    *national_nordic.KINDS,
    *national_islands.KINDS,
    *national_west.KINDS,
    *national_south_east.KINDS,
    *national_overseas.KINDS,
)
# What makes the number after it one of a study, a book or a parcel.
OF_A_THING = re.compile(
    r"(?<!\w)(?:pmid|pmcid|pmc|nct|isrctn|issn|isbn|doi|order|invoice|tracking|parcel|batch|lot|"
    r"serial|model|article|patent|version|gtin|ean|barcode|study|trial|grant|snomed)"
    r"(?:\s(?:number|num|no|nr|id|code))?\s?[.:#]{0,2}\s?$"
)
CUE_REACH = 40  # characters before a number, or behind it, in which its name stands

# Every number above has six digits with little between them, or the middle of a codice fiscale.
# Most posts have neither.
SIX_DIGITS = re.compile(rf"\d(?:(?:[\s.+/{DASH}]{{0,3}}\d){{5}}|\d[a-z]\d\d[a-z]\d{{3}})")


def may_hold_a_number(text: str) -> bool:
    """Whether a search is worth its time. True for every text that holds a national number."""
    return SIX_DIGITS.search(text) is not None


def find_national_numbers(folded: Folded) -> list[tuple[Span, str]]:
    """Return the places in the original, each with the name of its kind."""
    if not may_hold_a_number(folded.text):
        return []
    text = blanked(folded.text)
    if not may_hold_a_number(text):
        return []
    return [
        (folded.span(*match.span()), kind.name)
        for kind in KINDS
        for match in kind.shape.finditer(text)
        if kind.holds(match.group()) and _is_meant(kind, text, match)
    ]


def _is_meant(kind: Kind, text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - CUE_REACH) : match.start()]
    after = text[match.end() : match.end() + CUE_REACH]
    if kind.cue.search(before) or kind.cue.search(after):
        return True
    return kind.sure(match.group()) and not OF_A_THING.search(before)
