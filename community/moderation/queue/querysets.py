"""What the queue and the log read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Aggregate, Count, Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from community.members.models import Member
from community.moderation.alerts.reading import (
    Open,
    Overdue,
    count_open,
    overdue_counts,
    overdue_of,
)
from community.moderation.lanes import LANES
from community.moderation.models import Decision
from community.moderation.queue.places import Place
from community.moderation.team.reading import read_by
from community.threads.models import Comment


@dataclass(frozen=True, slots=True)
class Totals:
    """How many comments wait, how many of them with words of a crisis, the oldest since when.

    `lanes` is what `lane_counts` counted; `open` counts notices and appeals; `overdue` what waits
    longer than it should.
    """

    waiting: int
    crisis: int
    lanes: dict[str, Any]
    oldest: datetime | None
    open: Open
    overdue: Overdue


def queue() -> QuerySet[Comment]:
    """Waiting comments, the most urgent first, then the longest waiting."""
    return Comment.objects.waiting().order_by("-urgency", "waiting_since", "pk")


def queue_from(place: Place) -> QuerySet[Comment]:
    """The queue from a place on; the comment that stood there may be gone."""
    less_urgent = Q(urgency__lt=place.urgency)
    as_urgent = Q(urgency=place.urgency)
    later = Q(waiting_since__gt=place.waiting_since)
    same_moment = Q(waiting_since=place.waiting_since, pk__gte=place.pk)
    return queue().filter(less_urgent | (as_urgent & (later | same_moment)))


def totals(moderator: Member) -> Totals:
    """Counts of everything that waits for this moderator.

    Comments are counted in one statement: while others decide, two would not agree on a page.
    """
    now = timezone.now()
    counted = (
        queue()
        .filter(read_by(moderator))
        .order_by()
        .aggregate(oldest=Min("waiting_since"), **lane_counts(), **overdue_counts(now))
    )
    found = count_open(now)
    return Totals(
        waiting=counted["all"],
        crisis=counted["crisis"],
        oldest=counted["oldest"],
        lanes=counted,
        open=found,
        overdue=overdue_of(counted, found),
    )


def lane_counts() -> dict[str, Aggregate]:
    """Aggregates over waiting comments: `all`, how many in each lane by its key, and the oldest of
    each since when, by its key and "_since".
    """
    counts: dict[str, Aggregate] = {"all": Count("pk")}
    for lane in LANES:
        within = Q(urgency__gte=lane.least, urgency__lt=lane.below)
        counts[lane.key] = Count("pk", filter=within)
        counts[f"{lane.key}_since"] = Min("waiting_since", filter=within)
    return counts


def place_of(comment: Comment) -> Place:
    """Where a comment stands in the queue, or where it would stand if it began to wait now."""
    return Place(comment.urgency, comment.waiting_since or timezone.now(), comment.pk)


def log() -> QuerySet[Decision]:
    """Every decision, the newest first."""
    about = ("comment__thread__article", "member", "thread__article")
    return Decision.objects.select_related("moderator", *about)


def deciders() -> QuerySet[Member]:
    """Everybody who ever decided, by name; former moderators stay in the log."""
    decided = Decision.objects.filter(moderator=OuterRef("pk"))
    return Member.objects.filter(Exists(decided)).order_by("pseudonym")
