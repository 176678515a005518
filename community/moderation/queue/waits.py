"""How long something waited, in words. Pure."""

from datetime import UTC, datetime, timedelta

from common.times import relative_time

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def wait_in_words(seconds: float) -> str:
    """A length of time, rounded down.

    >>> wait_in_words(3 * 3600 + 59)
    '3 hours'
    """
    words, _ = relative_time(EPOCH, EPOCH + timedelta(seconds=max(0, seconds)))
    return "less than a minute" if words == "just now" else words.removesuffix(" ago")
