"""Dates in a query: a year, a month or a day. Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, the first and the last included; None where it is open."""

    first: date | None = None
    last: date | None = None

    def __bool__(self) -> bool:
        return self.first is not None or self.last is not None

    def narrowed(self, other: "Days") -> "Days":
        """The days that lie in both."""
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        return Days(max(firsts, default=None), min(lasts, default=None))


EVERY_DAY = Days()


def read_days(field: str, value: str) -> Days | None:
    """What "after:" and "before:" mean: from the first day of a date on, and until the day before it.

    None for what is no date.

    >>> read_days("after", "2025-03"), read_days("before", "2025")
    (Days(first=datetime.date(2025, 3, 1), last=None), Days(first=None, last=datetime.date(2024, 12, 31)))
    """
    match = _DATE.fullmatch(value.strip())
    try:
        begins = date(*(int(part or 1) for part in match.groups())) if match else None
        if begins is None:
            return None
        return Days(first=begins) if field == "after" else Days(last=begins - timedelta(days=1))
    except (ValueError, OverflowError):
        return None
