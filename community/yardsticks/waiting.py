"""How long a post usually waits for a moderator, as it is promised to writers.

The numbers are counted from the moderation log, which is above this area; here they are read.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache

from community.yardsticks.models import ReadingPromise

KEY = "community.reading_promise"
FEW = 5  # with fewer decisions than this, the time is a hope and not a count
DEFAULT = timedelta(days=1)
KEPT_SECONDS = 60  # another process knows a new promise a minute later

# What we promise, in words; a wait is rounded up to the next of these.
STEPS = (
    (timedelta(minutes=15), "15 minutes"),
    (timedelta(hours=1), "an hour"),
    (timedelta(hours=3), "3 hours"),
    (timedelta(hours=6), "6 hours"),
    (timedelta(hours=12), "12 hours"),
    (timedelta(days=1), "a day"),
    (timedelta(days=2), "2 days"),
)
LONGEST, LONGER = timedelta(days=7), "a week"


@dataclass(frozen=True)
class Promise:
    """For "usually read within {{ promise }}"; `quiet` is a sentence, or empty. `time` is its limit."""

    within: str
    quiet: str
    time: timedelta

    def __str__(self) -> str:
        return self.within


def usual_wait() -> Promise:
    """What writers are told."""
    promise: Promise | None = cache.get(KEY)
    if promise is None:
        promise = in_words(ReadingPromise.objects.order_by("-pk").first())
        cache.set(KEY, promise, KEPT_SECONDS)
    return promise


def in_words(counted: ReadingPromise | None) -> Promise:
    """What was counted, rounded up to times that people plan with."""
    if counted is None or counted.decisions < FEW:
        return promised(DEFAULT, "")
    return promised(timedelta(seconds=counted.wait_seconds), quiet_hours(counted))


def promised(wait: timedelta, quiet: str) -> Promise:
    """A wait rounded up.

    >>> str(promised(timedelta(minutes=70), ""))
    '3 hours'
    """
    steps = ((words, limit) for limit, words in STEPS if wait <= limit)
    words, limit = next(steps, (LONGER, LONGEST))
    return Promise(words, quiet, limit)


def quiet_hours(counted: ReadingPromise) -> str:
    """A sentence on the hours in which nobody reads, or ""."""
    if counted.quiet_from is None or counted.quiet_to is None:
        return ""
    hours = f"between {counted.quiet_from}:00 and {counted.quiet_to}:00"
    return f"Nobody usually reads {hours} (UTC)."
