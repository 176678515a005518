"""How the team stands: for its own good. Nobody is compared with anybody."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractHour
from django.utils import timezone

from community.members.models import Member
from community.moderation.alerts.reading import Overdue, read_overdue
from community.moderation.decisions.models import Decision
from community.moderation.lanes import LANE_LABELS, URGENT
from community.moderation.models import Appeal
from community.moderation.numbers.counting import half_waited
from community.moderation.numbers.tables import Table, table
from community.moderation.queue.waits import wait_in_words

WINDOW = timedelta(days=30)  # long enough for a calm week and a hard one
WEEK = timedelta(days=7)
# Reading about despair wears people down before they notice; from here on the page says so.
HARD_CASES_A_WEEK = 20
HOURS = range(24)
Kind = Decision.Kind


@dataclass(frozen=True)
class Own:
    """What one moderator did lately; shown to nobody else."""

    decisions: int
    hard_cases: int
    days: int
    reversed: int

    @property
    def is_a_lot(self) -> bool:
        """Whether it is time to say that a pause would be fine."""
        return self.hard_cases >= HARD_CASES_A_WEEK


@dataclass(frozen=True)
class Team:
    """The last 30 days of the whole team, and one's own last week."""

    decisions: int
    people: int
    waits: list[tuple[str, str]]
    reversed_count: int
    undone_count: int
    appealed_count: int
    by_hour: Table
    overdue: Overdue
    own: Own


def read_team(moderator: Member) -> Team:
    """Read all of it."""
    now = timezone.now()
    recent = Decision.objects.filter(decided_at__gte=now - WINDOW).exclude(moderator=None)
    counted = recent.aggregate(
        decisions=Count("pk"),
        people=Count("moderator", distinct=True),
        undone=Count("pk", filter=Q(kind=Kind.UNDO)),
    )
    appeals = Appeal.objects.filter(decided_at__gte=now - WINDOW)
    return Team(
        decisions=counted["decisions"],
        people=counted["people"],
        waits=waits_by_lane(recent),
        reversed_count=appeals.filter(state=Appeal.State.REVERSED).count(),
        appealed_count=appeals.count(),
        undone_count=counted["undone"],
        by_hour=by_hour(recent),
        overdue=read_overdue(),
        own=read_own(moderator, now),
    )


def waits_by_lane(recent: QuerySet[Decision]) -> list[tuple[str, str]]:
    """Within which time half of each lane was decided, for the lanes in which something was."""
    lanes = set(recent.exclude(lane="").order_by().values_list("lane", flat=True).distinct())
    found = []
    for key, label in LANE_LABELS.items():
        half = half_waited(recent.filter(lane=key)) if key in lanes else None
        if half is not None:
            found.append((label, wait_in_words(half)))
    return found


def by_hour(recent: QuerySet[Decision]) -> Table:
    """Decisions in each hour of the day (UTC), of the whole team."""
    hours = recent.order_by().values_list(ExtractHour("decided_at")).annotate(n=Count("pk"))
    found = dict(hours)
    counts = [(f"{hour}:00", found.get(hour, 0)) for hour in HOURS]
    return table("hours", "Decisions by hour of the day (UTC)", counts)


def read_own(moderator: Member, now: datetime) -> Own:
    """One's own last week."""
    own = Decision.objects.filter(moderator=moderator, decided_at__gte=now - WEEK)
    counted = own.aggregate(
        decisions=Count("pk"), hard_cases=Count("pk", filter=Q(lane__in=URGENT))
    )
    reversed_ = Appeal.objects.filter(
        decision__moderator=moderator, state=Appeal.State.REVERSED, decided_at__gte=now - WINDOW
    )
    days = own.order_by().values_list("decided_at__date").distinct().count()
    return Own(**counted, days=days, reversed=reversed_.count())
