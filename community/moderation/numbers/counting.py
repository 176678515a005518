"""Counting what is public from the log: a fixed number of statements for any period."""

from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate

from community.moderation.decisions.models import RESTRICTIONS, Decision
from community.moderation.flags.models import Flag
from community.moderation.lanes import LANE_LABELS
from community.moderation.models import Appeal, Notice
from community.moderation.numbers.periods import Period
from community.moderation.numbers.tables import Table, in_steps, largest_first, table
from community.threads.models import Comment

Kind, Ground = Decision.Kind, Decision.Ground

COLUMNS_MAX = 31  # columns of the chart by day; a longer period is shown in larger steps

WAITS = (
    ("Within 15 minutes", timedelta(minutes=15)),
    ("Within an hour", timedelta(hours=1)),
    ("Within 3 hours", timedelta(hours=3)),
    ("Within 12 hours", timedelta(hours=12)),
    ("Within a day", timedelta(days=1)),
    ("Within 3 days", timedelta(days=3)),
)
LONGER = "Longer"


@dataclass(frozen=True)
class Numbers:
    """Everything that was counted of a period. `by_day` is drawn as columns, the others as bars."""

    period: Period
    posted: int
    by_day: Table
    tables: tuple[Table, ...]
    half_waited: int | None

    @property
    def all_tables(self) -> tuple[Table, ...]:
        return (self.by_day, *self.tables)

    @property
    def is_empty(self) -> bool:
        return not self.posted and all(each.is_empty for each in self.all_tables)


def count_numbers(period: Period) -> Numbers:
    """The numbers of a period."""
    decisions = Decision.objects.filter(decided_at__gte=period.begins, decided_at__lt=period.ends)
    waited = decisions.exclude(lane="").exclude(kind=Kind.UNDO)
    return Numbers(
        period=period,
        posted=posted(period),
        by_day=by_day(decisions, period),
        tables=(
            table("kinds", "What was decided", by_label(decisions, "kind", Kind)),
            grounds(decisions),
            machines(decisions),
            table("lanes", "Where it waited", by_label(waited, "lane", LANE_LABELS)),
            waits(waited),
            *flags(period),
            notices(period),
            appeals(period),
        ),
        half_waited=half_waited(waited),
    )


def posted(period: Period) -> int:
    """How many comments people wrote here."""
    written = Comment.objects.filter(
        is_imported=False, moved_to=None, created_at__gte=period.begins
    )
    return written.filter(created_at__lt=period.ends).count()


def by_label(rows: QuerySet[Any], field: str, labels: Any) -> list[tuple[str, int]]:
    """Counts of the values of a field under their labels, the largest first."""
    known = dict(labels.choices) if hasattr(labels, "choices") else labels
    counted = rows.order_by().values_list(field).annotate(n=Count("pk"))
    return largest_first((str(known.get(value) or value), n) for value, n in counted)


def by_day(decisions: QuerySet[Decision], period: Period) -> Table:
    """Decisions of every day, in larger steps where there are many days."""
    counted = decisions.order_by().values_list(TruncDate("decided_at", tzinfo=UTC))
    found = dict(counted.annotate(n=Count("pk")))
    first = max(period.first, min(found, default=period.last))
    days = [first + timedelta(days=n) for n in range((period.last - first).days + 1)]
    counts = in_steps([(f"{day:%Y-%m-%d}", found.get(day, 0)) for day in days], COLUMNS_MAX)
    return table("days", "Decisions over time", counts)


def grounds(decisions: QuerySet[Decision]) -> Table:
    """Why something was restricted."""
    restricted = decisions.filter(kind__in=RESTRICTIONS).exclude(ground="")
    return table("grounds", "Why something was restricted", by_label(restricted, "ground", Ground))


def machines(decisions: QuerySet[Decision]) -> Table:
    """Who found it and who decided: people or rules (Article 15(1)(e) of Regulation 2022/2065)."""
    found_by_rules = ~Q(screening_codes=[])
    counted = decisions.filter(kind__in=RESTRICTIONS).aggregate(
        people=Count("pk", filter=Q(is_automated=False) & ~found_by_rules),
        rules=Count("pk", filter=Q(is_automated=False) & found_by_rules),
        automated=Count("pk", filter=Q(is_automated=True)),
    )
    return table(
        "means",
        "Who decided on restrictions",
        [
            ("A person decided", counted["people"]),
            ("A rule pointed at it, a person decided", counted["rules"]),
            ("Done by a rule until a person decides", counted["automated"]),
        ],
    )


def waits(waited: QuerySet[Decision]) -> Table:
    """How long it waited for the decision."""
    steps = [
        When(waited_seconds__lte=int(limit.total_seconds()), then=Value(label))
        for label, limit in WAITS
    ]
    step = Case(*steps, default=Value(LONGER))
    found = dict(waited.order_by().annotate(step=step).values_list("step").annotate(n=Count("pk")))
    labels = [label for label, _ in WAITS] + [LONGER]
    return table("waits", "How long it waited", [(label, found.get(label, 0)) for label in labels])


def half_waited(waited: QuerySet[Decision]) -> int | None:
    """The seconds within which half were decided; None without any."""
    times = waited.order_by("waited_seconds").values_list("waited_seconds", flat=True)
    half: int | None = middle(times)
    return half


def middle(ordered: QuerySet[Any, Any]) -> Any:
    """The middle one of ordered values, without reading them all."""
    count = ordered.count()
    return ordered[(count - 1) // 2] if count else None


def flags(period: Period) -> tuple[Table, Table]:
    """What readers pointed at, and what came of it."""
    sent = Flag.objects.filter(flagged_at__gte=period.begins, flagged_at__lt=period.ends)
    return (
        table("flags", "Flags by readers", by_label(sent, "reason", Flag.Reason)),
        table("flag_outcomes", "What came of flags", by_label(sent, "outcome", Flag.Outcome)),
    )


def notices(period: Period) -> Table:
    """Notices of illegal content (Article 15(1)(b))."""
    sent = Notice.objects.filter(received_at__gte=period.begins, received_at__lt=period.ends)
    note = answered(sent.exclude(decided_at=None), "received_at")
    return table(
        "notices", "Notices of illegal content", by_label(sent, "state", Notice.State), note
    )


def appeals(period: Period) -> Table:
    """Appeals, and what came of them (Article 15(1)(d))."""
    sent = Appeal.objects.filter(lodged_at__gte=period.begins, lodged_at__lt=period.ends)
    note = answered(sent.exclude(decided_at=None), "lodged_at")
    return table("appeals", "Appeals", by_label(sent, "state", Appeal.State), note)


def answered(rows: QuerySet[Any], began: str) -> str:
    """Within which time half of them were answered, as a note; "" without any."""
    took = rows.annotate(took=F("decided_at") - F(began)).order_by("took")
    half: timedelta | None = middle(took.values_list("took", flat=True))
    return f"Half were answered within {rounded(half)}." if half is not None else ""


def rounded(time: timedelta) -> str:
    """A time in hours, or in days where it is long.

    >>> rounded(timedelta(hours=5, minutes=10)), rounded(timedelta(days=3))
    ('6 hours', '3 days')
    """
    hours = max(1, -(-time // timedelta(hours=1)))
    if hours <= 48:
        return "an hour" if hours == 1 else f"{hours} hours"
    return f"{-(-hours // 24)} days"
