"""Moments as machines write them in exports: dates of SQL, RFC 822 and RFC 3339, epoch seconds."""

import math
from datetime import UTC, datetime

from articles.importing.dates import FIRST_YEAR, LAST_YEAR, read_moment

_MILLISECONDS_FROM = 100_000_000_000  # as seconds this is the year 5138


def first_moment(*texts: str) -> datetime | None:
    """Give the first of the texts that is a moment, aware and in UTC, or None.

    A time without an offset is UTC. The zero date of MySQL and of Go is no moment.
    """
    return next((moment for text in texts if (moment := read_moment(text)) is not None), None)


def epoch_moment(number: float) -> datetime | None:
    """Give the moment that lies so many seconds (or milliseconds) behind 1970, or None."""
    if not math.isfinite(number):
        return None
    seconds = number / 1000 if abs(number) >= _MILLISECONDS_FROM else number
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None
