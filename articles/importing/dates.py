"""Reading a moment from text, and only where it can mean one moment.

Read: 2024-03-12 (also with a time and an offset), 12 March 2024, 12th Mar 2024,
March 12, 2024, each with or without a weekday and a time such as "at 5:07 pm".
A time without an offset is taken as UTC. 03/04/2024 is March to some and April to others:
it is never guessed. Month names are English.
"""

import re
from datetime import UTC, datetime, timedelta, timezone

# No news page is older, and a later year is a misprint.
FIRST_YEAR, LAST_YEAR = 1900, 2100
# "Wednesday, 30th September 2020 at 10:15:30 a.m. +00:00" has 55 characters.
MAX_DATE_CHARS = 60

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_OFFSET = r"(?P<offset>z|utc|gmt|[+-]\d\d:?\d\d)"
_CLOCK = (
    r"(?:,?\s*(?:at|@|[-–|])?\s*(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?"
    rf"\s*(?P<half>[ap]\.?m\.?)?\s*{_OFFSET}?)?"
)
_ISO_CLOCK = (
    r"(?:[t ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    rf"(?P<half>(?!))?\s*{_OFFSET}?)?"
)
_SHAPES = [
    re.compile(rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d){_ISO_CLOCK}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}{_CLOCK}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_CLOCK}", re.IGNORECASE),
]
_CLOCK_BEHIND = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d.{0,20})?"
_UNSURE = re.compile(
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"  # 03/04/2024, 3.4.24
    r"|\d{4}[/.]\d{1,2}[/.]\d{1,2}"
    r"|(?:\w{3,12},\s+)?\d{1,2}\.?\s+(?:de\s+)?\w{3,12}\.?,?\s+(?:de\s+)?\d{4}"  # 12 mars 2024
    rf"|\w{{3,12}}\.?\s+\d{{1,2}},\s+\d{{4}}){_CLOCK_BEHIND}"
)


def read_moment(text: str) -> datetime | None:
    """Give the moment that the whole text names, aware and in UTC, or None."""
    text = text.strip()
    if len(text) > MAX_DATE_CHARS:
        return None
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(text))), None)
    return _moment(found) if found else None


def has_clock(text: str) -> bool:
    """Say whether the text is a date with a time of day, as machines stamp it."""
    return read_moment(text) is not None and re.search(r"\d[:.]\d\d", text) is not None


def looks_like_date(text: str) -> bool:
    """Say whether the whole text is a date, also one that `read_moment` does not dare to read."""
    text = text.strip()
    if len(text) > MAX_DATE_CHARS:
        return False
    return read_moment(text) is not None or _UNSURE.fullmatch(text) is not None


def _moment(found: re.Match[str]) -> datetime | None:
    year = int(found["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        hour = _hour(int(found["hour"] or 0), found["half"])
        moment = datetime(
            year, _month(found["month"]), int(found["day"]), hour,
            int(found["minute"] or 0), int(found["second"] or 0), tzinfo=_zone(found["offset"]),
        )  # fmt: skip
    except ValueError:  # 31 February, 25:00
        return None
    return moment.astimezone(UTC)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("a clock with halves of the day has twelve hours")
    return hour % 12 + (12 if half.lower().startswith("p") else 0)


def _zone(offset: str | None) -> timezone:
    if not offset or offset[0] not in "+-":
        return UTC
    away = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    return timezone(away if offset[0] == "+" else -away)
