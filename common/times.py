"""Times in plain words."""

from datetime import UTC, datetime, timedelta

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
# 365 days and a twelfth of them: nobody counts leap days of a comment from three years ago.
_YEAR = timedelta(days=365)
_MONTH = _YEAR / 12

# Up to this age, count in this unit.
_UNITS = (
    (_HOUR, _MINUTE, "minute"),
    (_DAY, _HOUR, "hour"),
    (_WEEK, _DAY, "day"),
    (_MONTH, _WEEK, "week"),
    (_YEAR, _MONTH, "month"),
    (timedelta.max, _YEAR, "year"),
)

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_LAST_MOMENT = datetime.max.replace(tzinfo=UTC)


def relative_time(then: datetime, now: datetime) -> tuple[str, datetime]:
    """How long ago `then` was, in words, and the moment from which other words are right.

    Written at 9:00, read at 12:30: "3 hours ago", until 13:00.

    Both times must be aware (ValueError otherwise). A time still to come reads "just now":
    clocks differ by seconds. "Yesterday" depends on where the reader is, so it is "1 day ago".
    """
    _require_aware(then, now)
    age = now - then
    if age < _MINUTE:
        return "just now", _later(then, _MINUTE)
    end, size, unit = next(row for row in _UNITS if age < row[0])
    count = age // size
    label = f"{count} {unit}s ago" if count > 1 else f"1 {unit} ago"
    return label, _later(then, min((count + 1) * size, end))


def exact_time(then: datetime) -> str:
    """The full date and time, such as "22 November 2026, 02:42 UTC". `then` must be aware."""
    _require_aware(then)
    utc = then.astimezone(UTC)
    return f"{utc.day} {_MONTH_NAMES[utc.month - 1]} {utc.year}, {utc:%H:%M} UTC"


def _later(then: datetime, age: timedelta) -> datetime:
    try:
        return then + age
    except OverflowError:
        return _LAST_MOMENT


def _require_aware(*moments: datetime) -> None:
    if any(moment.tzinfo is None for moment in moments):
        raise ValueError("a time with its time zone is needed")
