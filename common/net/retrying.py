"""When a site wants to be asked again."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# A site that wants more, or says so by mistake, is asked again on the next day.
MAX_PAUSE_SECONDS = 24 * 60 * 60

_MOST_DIGITS = 9


def seconds_to_wait(retry_after: str, now: datetime) -> float | None:
    """The seconds in a Retry-After header, from 0 to `MAX_PAUSE_SECONDS`; None without one.

    It is a number of seconds or a date (RFC 9110, section 10.2.3). `now` is aware.
    """
    value = retry_after.strip()
    if value.isascii() and value.isdigit():
        return float(min(int(value[:_MOST_DIGITS]), MAX_PAUSE_SECONDS))
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    return max(0.0, min((then - now).total_seconds(), MAX_PAUSE_SECONDS))
