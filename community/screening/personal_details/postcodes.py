"""Postcodes beside a place: a few houses in the UK, a street elsewhere.

UK codes have a shape of their own. Others are digits that could be anything, so a town, a state
or a word such as "postcode" must stand beside them.
"""

import re
from collections.abc import Iterator

from community.screening.contact_details.not_phones import is_measured
from community.screening.folded import Folded, Span
from community.screening.personal_details.places import (
    TOWNS_OF_FIVE_DIGITS,
    TOWNS_OF_FOUR_DIGITS,
    UK_AREAS,
    US_STATES,
)

# Looked for as it was typed: capitals, since "l5 4th" is a nerve and "b12 2ug" a vitamin.
UK = re.compile(rf"(?<![\w.])(?:{UK_AREAS})\d[A-Z\d]? (?P<inward>\d[ABD-HJLNP-UW-Z]{{2}})(?![\w-])")
ORDINAL = re.compile(r"1ST|2ND|3RD|[04-9]TH")
VITAMIN = re.compile(r"B(?:1|2|3|5|6|7|9|12) \d(?:UG|NG|PG|GR|HR)")
US = re.compile(
    rf"(?<!\w)[A-Z][a-z]+(?: [A-Z][a-z]+)?, (?:{US_STATES})\.? \d{{5}}(?:-\d{{4}})?(?![\w-]|[.,]\d)"
)

# Australia's states, Canada's and Ireland's codes, which mix letters and digits.
OTHERS = re.compile(
    r"(?<![\w.])(?:(?:NSW|VIC|QLD|TAS|ACT),? \d{4}|[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d"
    r"|[AC-FHKNPRTV-Y]\d[\dW] (?=[A-Z]{0,3}\d)(?=\d{0,3}[A-Z])[\dAC-FHKNPRTV-Y]{4})(?![\w-])"
)

# As on an envelope: a name and a house number, a comma or a new line, a code and a town.
ENVELOPE = re.compile(
    r"(?<![\w.])[^\W\d_a-z][\w'.-]{2,30},? \d{1,4}(?:[/-]\d{1,4})?[A-Za-z]?(?: [A-Za-z])?\s?[,\n]\s?"
    r"(?:[A-Z]{1,2}-)?(?P<code>\d{5}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}(?: ?[A-Z]{2})?),? "
    r"[^\W\d_a-z][^\W\d_]+(?![\w-])"
)
MONTH_OR_MEASURE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|CRP|ESR|TSH|Day|Week|Table|Fig|Figure|"
    r"Chapter|Phase|Step|Case|Type|Grade|Stage|Page|Vitamin|Dose)[a-z]*\W"
)

WITH_A_TOWN = re.compile(
    r"\d(?<![\w.,:/%+]\d)(?<!\d-\d)"
    r"(?:\d{2} \d{2}|\d{4}|\d{3} ?[a-z]{2}|\d{3}),? (?P<town>[a-z]{3,20})(?![\w-])"
)
YEAR = re.compile(r"(?:19|20)\d\d")
CUED = re.compile(
    r"(?<!\w)(?:post\s?code|postal code|zip(?: code)?|plz|postleitzahl|postnummer|postcode|"
    r"code postal|codigo postal|cap)(?: is| was| ist|:| ar| er| es| est)? ?:? ?"
    r"(?P<code>[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{3} \d{2}|\d{4} ?[a-z]{2}|\d{4,6}(?:-\d{4})?)(?!\w)"
)
AFTER = 20  # characters in which a unit or something counted stands
LIVING = re.compile(
    r"(?<!\w)(?:live|lives|living|i am|i'm|house|home|moved) (?:in|to) [a-z]{3,20}(?: [a-z]{3,20})?,? \d{5}(?![\w,.]\d|\w)"
)
COUNTRY = re.compile(r"(?<![\w-])(?:d|de|se|s|f|fr|ch|a|at|dk|no|n|nl|b|be|fi)-\d{4,5} [a-z]{3,20}")


# Digits as in a code, other than a year (Australian years stand behind a state, Danish ones behind
# a dash), and a capital before a digit as in a British code. Most posts have neither.
ANY_CODE = re.compile(
    r"\d(?:\d{4}|\d\d \d\d|\d-\d{3}|\d{3}(?<!19\d\d)(?<!20\d\d)|\d{3}(?<=-\d{4}))"
)
ANY_MIXED = re.compile(r"[A-Z](?:\d|,? \d{4})")
CUE_STEMS = ("post", "zip", "plz", "codigo", "cap")


def find_postcodes(folded: Folded) -> list[Span]:
    """Return the places in the original of postcodes that stand beside a place."""
    text, typed = folded.text, folded.original
    found = list(_mixed(typed)) if may_hold_a_mixed_code(typed) else []
    if may_hold_a_code(text):
        found += _american_or_on_an_envelope(typed)
        found += [folded.span(*span) for span in _with_a_place(text)]
    if any(stem in text for stem in CUE_STEMS):
        found += [folded.span(*match.span()) for match in CUED.finditer(text)]
    return found


def may_hold_a_code(text: str) -> bool:
    """Whether a search for plain digits is worth its time. True for every text with such a code."""
    return ANY_CODE.search(text) is not None


def may_hold_a_mixed_code(text: str) -> bool:
    """The same for codes of letters and digits."""
    return ANY_MIXED.search(text) is not None


def _mixed(text: str) -> Iterator[Span]:
    for match in UK.finditer(text):
        if not ORDINAL.fullmatch(match["inward"]) and not VITAMIN.fullmatch(match.group()):
            yield match.span()
    yield from (match.span() for match in OTHERS.finditer(text))


def _american_or_on_an_envelope(text: str) -> Iterator[Span]:
    for match in US.finditer(text):
        if not is_measured(text[match.end() : match.end() + AFTER].lower()):
            yield match.span()
    for match in ENVELOPE.finditer(text):
        if not YEAR.fullmatch(match["code"]) and not MONTH_OR_MEASURE.match(match.group()):
            yield match.span()


def _with_a_place(text: str) -> Iterator[Span]:
    for pattern in (WITH_A_TOWN, LIVING, COUNTRY):
        for match in pattern.finditer(text):
            is_counted = is_measured(text[match.end() : match.end() + AFTER])
            if not is_counted and (pattern is not WITH_A_TOWN or _is_of_the_town(match)):
                yield match.span()


def _is_of_the_town(match: re.Match[str]) -> bool:
    """Whether the town's country has codes of that many digits, and it is no year."""
    code = match.group()[: -len(match["town"])].strip(", ")
    if YEAR.fullmatch(code):
        return False
    of_five = code[-2:].isdigit() and len(code) > len("1234")
    return match["town"] in (TOWNS_OF_FIVE_DIGITS if of_five else TOWNS_OF_FOUR_DIGITS)
