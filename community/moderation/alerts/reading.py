"""What the team should hear about: words of danger at once, and what waits longer than promised."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from community.moderation.alerts.models import WaitAlert
from community.moderation.models import Appeal, Notice
from community.screening.reasons import URGENCY_RED_FLAG
from community.threads.models import Comment
from community.yardsticks.waiting import usual_wait

# Who is in danger should be read within half an hour; the whole team hears of it when they are not.
URGENT_TIME = timedelta(minutes=30)
# The Digital Services Act asks for a timely answer (Article 16(6)) and for one without undue delay
# (Article 20(4)); these are ours.
NOTICE_TIME = timedelta(days=1)
APPEAL_TIME = timedelta(days=7)

Kind = WaitAlert.Kind


@dataclass(frozen=True)
class Overdue:
    """How much waits longer than it should, and since when the oldest of it waits."""

    urgent: int
    comments: int
    notices: int
    appeals: int
    oldest: datetime | None

    @property
    def count(self) -> int:
        return self.urgent + self.comments + self.notices + self.appeals

    def __bool__(self) -> bool:
        return self.count > 0


@dataclass(frozen=True)
class Open:
    """How many notices and appeals wait, since when, and how many of them too long."""

    notices: int
    oldest_notice: datetime | None
    late_notices: int
    appeals: int
    oldest_appeal: datetime | None
    late_appeals: int


def is_urgent() -> Q:
    """A condition on comments: words of danger."""
    return Q(urgency__gte=URGENCY_RED_FLAG)


def unheard(kind: WaitAlert.Kind) -> QuerySet[Comment]:
    """Waiting comments that the team was not told about in this way, with these very words."""
    told = WaitAlert.objects.filter(comment=OuterRef("pk"), version=OuterRef("version"), kind=kind)
    waiting = Comment.objects.waiting().exclude(Exists(told))
    return waiting.order_by("-urgency", "waiting_since", "pk")


def urgent_news() -> QuerySet[Comment]:
    """Words of danger that the team has not heard of."""
    return unheard(Kind.URGENT).filter(is_urgent())


def overdue_comments(now: datetime) -> Q:
    """A condition on comments: they wait longer than was promised."""
    urgent = is_urgent() & Q(waiting_since__lt=now - URGENT_TIME)
    others = ~is_urgent() & Q(waiting_since__lt=now - usual_wait().time)
    return urgent | others


def overdue_news() -> QuerySet[Comment]:
    """What waits longer than promised, and the team has not heard of that."""
    return unheard(Kind.OVERDUE).filter(overdue_comments(timezone.now()))


def overdue_counts(now: datetime) -> dict[str, Any]:
    """Aggregates over waiting comments: how many wait longer than they should, and since when."""
    late = overdue_comments(now)
    return {
        "late_urgent": Count("pk", filter=late & is_urgent()),
        "late_comments": Count("pk", filter=late & ~is_urgent()),
        "late_since": Min("waiting_since", filter=late),
    }


def count_open(now: datetime) -> Open:
    """Notices and appeals that wait, and those that wait too long: a statement each."""
    notices = Notice.objects.filter(state=Notice.State.OPEN).aggregate(
        notices=Count("pk"),
        oldest_notice=Min("received_at"),
        late_notices=Count("pk", filter=Q(received_at__lt=now - NOTICE_TIME)),
    )
    appeals = Appeal.objects.filter(state=Appeal.State.OPEN).aggregate(
        appeals=Count("pk"),
        oldest_appeal=Min("lodged_at"),
        late_appeals=Count("pk", filter=Q(lodged_at__lt=now - APPEAL_TIME)),
    )
    return Open(**notices, **appeals)


def overdue_of(late: Mapping[str, Any], open_: Open) -> Overdue:
    """What `overdue_counts` and `count_open` found, together."""
    return Overdue(
        urgent=late["late_urgent"],
        comments=late["late_comments"],
        notices=open_.late_notices,
        appeals=open_.late_appeals,
        oldest=late["late_since"],
    )


def read_overdue() -> Overdue:
    """Everything that waits longer than it should."""
    now = timezone.now()
    late = Comment.objects.waiting().aggregate(**overdue_counts(now))
    return overdue_of(late, count_open(now))
