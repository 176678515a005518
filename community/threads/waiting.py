"""How long a post usually waits for a moderator, counted from those that were read lately."""

from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone

from community.threads.models import Comment

WINDOW = timedelta(days=30)
COUNTED = 200  # decisions looked at; more would not change the promise
SHARE = 0.8  # four of five posts were read within the time we name
FEW = 5  # with fewer decisions than this, the time is a hope and not a count
DEFAULT = timedelta(days=1)
KEPT_SECONDS = 600  # the promise may be ten minutes old

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


def usual_wait() -> str:
    """For the sentence "usually read within …"."""
    words: str | None = cache.get("community.usual_wait")
    if words is None:
        words = in_words(typical(recent_waits()))
        cache.set("community.usual_wait", words, KEPT_SECONDS)
    return words


def recent_waits() -> list[timedelta]:
    """How long the posts decided lately had waited."""
    decided = Comment.objects.filter(decided_at__gte=timezone.now() - WINDOW, is_imported=False)
    times = decided.order_by("-decided_at").values_list("created_at", "decided_at")[:COUNTED]
    return sorted(decided - created for created, decided in times if decided)


def typical(waits: list[timedelta]) -> timedelta:
    """The time within which `SHARE` of the sorted waits ended."""
    if len(waits) < FEW:
        return DEFAULT
    return waits[min(len(waits) - 1, int(len(waits) * SHARE))]


def in_words(wait: timedelta) -> str:
    """A wait rounded up to a time people plan with.

    >>> in_words(timedelta(minutes=70))
    '3 hours'
    """
    return next((words for limit, words in STEPS if wait <= limit), "a week")
