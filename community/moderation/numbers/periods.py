"""The period that somebody asks numbers of, as it stands in an address. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlencode

DAYS = timedelta(days=30)  # what is shown when nobody asks for anything else
FIRST_DAY = date(2000, 1, 1)  # before there was anything to count
WRONG = "Please write both days as year-month-day, such as 2026-01-31. These are the last 30 days."


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days in UTC, both included. `trouble` says what could not be read."""

    first: date
    last: date
    trouble: str = ""

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.first, time.min, UTC)

    @property
    def ends(self) -> datetime:
        """The first moment after it."""
        return datetime.combine(self.last + timedelta(days=1), time.min, UTC)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def query(self) -> str:
        """As an address holds it."""
        return "?" + urlencode({"from": self.first.isoformat(), "to": self.last.isoformat()})


def read_period(query: Mapping[str, str], today: date) -> Period:
    """The period of an address; the last 30 days when it names none, or none that can be read."""
    asked = query.get("from", ""), query.get("to", "")
    usual = Period(today - DAYS + timedelta(days=1), today)
    if not any(asked):
        return usual
    first, last = (read_day(text) for text in asked)
    if (asked[0] and not first) or (asked[1] and not last):
        return Period(usual.first, usual.last, WRONG)
    days = within(first or FIRST_DAY, today), within(last or today, today)
    return Period(min(days), max(days))


def read_day(text: str) -> date | None:
    """The day that is written; None when it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def within(day: date, today: date) -> date:
    """The day, or the nearest one that something can be counted of."""
    return min(max(day, FIRST_DAY), today)


def usual_periods(today: date) -> list[tuple[str, Period]]:
    """What people ask for most, with its name."""
    month = today.replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    year = today.replace(month=1, day=1)
    return [
        ("The last 30 days", read_period({}, today)),
        ("This month", Period(month, today)),
        ("Last month", Period(before, month - timedelta(days=1))),
        ("This year", Period(year, today)),
        ("Last year", Period(year.replace(year=year.year - 1), year - timedelta(days=1))),
    ]
