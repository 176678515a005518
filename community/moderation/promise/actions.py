"""Counting anew what is promised to writers. Run by the worker."""

from datetime import UTC, datetime, timedelta

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from community.moderation.decisions.models import Decision
from community.moderation.promise.counting import quiet_hours, typical
from community.threads.models import Comment
from community.yardsticks.models import ReadingPromise
from community.yardsticks.waiting import KEY

WINDOW = timedelta(days=30)
COUNTED = 200  # of the newest decisions the waits are looked at; more would not change the promise
HOURS_COUNTED = 5_000  # and of so many the hours: a busy month
Kind = Decision.Kind

# What waited before anybody could see it; a flag or an appeal waits in public.
AWAITED = (Kind.APPROVE, Kind.REDACT, Kind.REJECT, Kind.REVISE)


def count_promise() -> ReadingPromise:
    """Count how long posts wait, and store it where writers are told.

    Posts that still wait count with the time they have waited so far: when nobody reads for a
    week, the promise says so before the week is over.
    """
    waits, hours = recent_decisions()
    quiet = quiet_hours(hours)
    with transaction.atomic():
        ReadingPromise.objects.all().delete()
        promise = ReadingPromise.objects.create(
            wait_seconds=int(typical([*waits, *overdue_waits(waits)])),
            decisions=len(waits),
            quiet_from=quiet[0] if quiet else None,
            quiet_to=quiet[1] if quiet else None,
            counted_at=timezone.now(),
        )
    cache.delete(KEY)
    return promise


def recent_decisions() -> tuple[list[int], list[int]]:
    """How many seconds posts waited, and in which hours moderators decided, in the last weeks."""
    decided = Decision.objects.filter(
        decided_at__gte=timezone.now() - WINDOW, is_automated=False, reversed_by=None
    )
    awaited = decided.filter(kind__in=AWAITED, comment__is_imported=False).exclude(lane="")
    waits = awaited.order_by("-pk").values_list("waited_seconds", flat=True)[:COUNTED]
    times = decided.exclude(moderator=None).order_by("-pk").values_list("decided_at", flat=True)
    return list(waits), [hour_of(time) for time in times[:HOURS_COUNTED]]


def hour_of(time: datetime) -> int:
    """The hour of the day, in UTC."""
    return time.astimezone(UTC).hour


def overdue_waits(waits: list[int]) -> list[float]:
    """How long those wait so far that wait longer than is usual, in seconds."""
    now = timezone.now()
    since = now - timedelta(seconds=typical(waits))
    waiting = Comment.objects.pending().filter(waiting_since__lt=since, is_imported=False)
    times = waiting.values_list("waiting_since", flat=True)[:COUNTED]
    return [(now - time).total_seconds() for time in times if time]
