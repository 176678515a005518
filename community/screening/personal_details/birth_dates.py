"""Birth dates: a whole date, year included, beside words that make it somebody's birth.

A date alone is an appointment, a year alone says little. Looked for in English and in the
words that other languages of Western and Northern Europe have for it.
"""

import re
from collections.abc import Iterator

from community.screening.folded import Folded, Span
from community.screening.personal_details.check_digits import is_day

# Whoever writes or is written about may be alive: a poet of 1907 is history.
FIRST_YEAR = 1915
# Who writes here is thirteen or older; "my birthday was on 9 August 2024" is a party.
LAST_BIRTHDAY_YEAR = 2012
REACH = 60  # characters before a date in which its cue stands

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan ene gen", "feb fev", "mar maa", "apr avr abr", "may mai mei maj mag", "jun juin giu",
            "jul juil lug", "aug aou ago", "sep set", "oct okt out ott", "nov", "dec dez des dic",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})[a-z]{{0,7}}"
YEAR = r"(?P<year>(?:19|20)\d\d)"
SPOKEN = re.compile(
    rf"(?<![\w.,/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|o|\.)?(?:[\s-](?:of|de|of the))?[\s-]?"
    rf"{MONTH}[.,]?(?:[\s-](?:of|de|del))?[\s,-]{{1,2}}{YEAR}(?!\w)"
)
MONTH_FIRST = re.compile(
    rf"(?<!\w){MONTH}\.?\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{YEAR}(?!\w)"
)
WRITTEN = re.compile(
    r"(?<![\w.,/-])(?:(?P<first>\d{1,2})(?P<mark>[./-])\s?(?P<second>\d{1,2})(?P=mark)\s?"
    r"(?P<last>\d{4}|\d{2})"
    rf"|{YEAR}(?P<sign>[./-]?)(?P<middle>\d{{2}})(?P=sign)(?P<day>\d{{2}}))(?!\w|[./-]\d)"
)

NAMED = (
    r"d\.?\s?o\.?\s?b\.?|(?:birth\s?date|date of birth|birth day)|fodelse(?:datum|data|tid)|"
    r"fodselsdato|geburtsdatum|geb|geboortedatum|date de naissance|fecha de nacimiento|"
    r"data di nascita|data de nascimento|syntymaaika|data urodzenia"
)
BIRTHDAY = r"(?:birthday|b-?day|fodelsedag|fodselsdag|geburtstag|verjaardag|anniversaire)"
BORN = (
    r"born|fodd|fodt|geboren|nee?(?=\s(?:le|en|a)\s)|naci|nacid[oa]|nat[oa](?=\s(?:il|a|in)\s)|"
    r"nascid[oa]|syntynyt|urodzon[ya]"
)
# Words that begin something else than the birth: "born tired, diagnosed on ...".
OTHER = (
    r"and|but|since|when|after|before|diagnos|began|start|pain|symptom|appointment|scan|"
    r"party|present|cake|card|trip|then|until|so|had|got|went"
)
BEFORE = re.compile(
    rf"(?:(?<!\w)(?:{NAMED})(?!\w)[^\d\n]{{0,40}}"
    rf"|(?<!\w)(?:{BORN})(?:[\s:]+(?!(?:{OTHER}))[a-z']+,?){{0,5}}[\s:,]*)$"
)
BEFORE_A_BIRTHDAY = re.compile(
    rf"(?<!\w)(?:{BIRTHDAY})(?:'s)?(?:[\s:,]+(?!(?:{OTHER}))[a-z']+){{0,3}}[\s:,]*$"
)
AFTER = re.compile(
    r"(?:,?\s(?:is|was|ist|war|er|ar|est|when|the|day|my|his|her|our|i|he|she|we|were|their|in|"
    rf"and|i'm|wurde|bin)){{0,6}}\s(?:{NAMED}|{BIRTHDAY}|born|geboren|fodd|fodt)(?!\w)"
)

# Every birth date has four digits in a row, or three numbers, and a cue. Most posts lack both.
ANY_DATE = re.compile(r"\d(?:\d{3}|\d?[./-]\s?\d{1,2}[./-]\s?\d\d)")
ANY_CUE = re.compile(rf"(?<!\w)(?:{NAMED}|{BIRTHDAY}|{BORN})")


def may_hold_a_birth_date(text: str) -> bool:
    """Whether a search is worth its time. True for every text that holds a birth date."""
    return ANY_DATE.search(text) is not None and ANY_CUE.search(text) is not None


def find_birth_dates(folded: Folded) -> list[Span]:
    """Return the places in the original of dates that somebody was born on."""
    if not may_hold_a_birth_date(folded.text):
        return []
    return [folded.span(start, end) for start, end in _dates_of_birth(folded.text)]


def _dates_of_birth(text: str) -> Iterator[Span]:
    for pattern in (SPOKEN, MONTH_FIRST, WRITTEN):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - REACH) : match.start()]
            year = _year(match)
            if year is not None and _is_of_birth(before, text, match, year):
                yield match.span()


def _is_of_birth(before: str, text: str, match: re.Match[str], year: int) -> bool:
    if BEFORE.search(before):
        return True
    after = AFTER.match(text, match.end(), match.end() + REACH)
    if after is None:
        return year <= LAST_BIRTHDAY_YEAR and BEFORE_A_BIRTHDAY.search(before) is not None
    return year <= LAST_BIRTHDAY_YEAR or re.search(BIRTHDAY, after.group()) is None


def _year(match: re.Match[str]) -> int | None:
    """The year of a date that the calendar has and somebody alive can be born on, else None."""
    found = match.groupdict()
    if found.get("month"):
        year, month, day = int(found["year"]), MONTHS[found["month"]], int(found["day"])
    elif found["first"]:
        year = _in_full(found["last"])
        month, day = int(found["second"]), int(found["first"])
    else:
        year, month, day = int(found["year"]), int(found["middle"]), int(found["day"])
    exists = is_day(year, month, day) or is_day(year, day, month)  # the month first, as in the US
    return year if exists and year >= FIRST_YEAR else None


def _in_full(year: str) -> int:
    """Read "71" as 1971 and "08" as 2008."""
    if len(year) == 4:
        return int(year)
    return int(year) + (1900 if 1900 + int(year) >= FIRST_YEAR else 2000)
