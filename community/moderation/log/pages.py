"""Pages of the moderation log."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q, QuerySet

from community.members.models import Member
from community.moderation.models import Decision
from community.moderation.queue.querysets import deciders, log
from community.moderation.queue.waits import wait_in_words

LOG_LENGTH = 50  # rows: about three screens
NUMBER_MAX = 18  # digits that every database can compare

# What a row does not show.
LONG_TEXTS = (
    "comment__body", "comment__body_html", "comment__piece", "comment__thread__article__body_html",
    "thread__article__body_html",
)  # fmt: skip


@dataclass(frozen=True)
class Filters:
    """What an address asks for. 0 and "" ask for everything."""

    moderator: int = 0
    author: int = 0
    decision: str = ""
    before: int = 0

    def address(self, **changes: int | str) -> str:
        """The query of the page with some of it changed; every filter begins at the newest row."""
        wanted = {**vars(self), "before": 0, **changes}
        return "?" + urlencode({name: value for name, value in wanted.items() if value})


@dataclass(frozen=True)
class Row:
    """A decision, and how long the comment had waited for it."""

    decision: Decision
    waited: str


@dataclass(frozen=True)
class Choice:
    """One way to narrow the log down."""

    label: str
    address: str
    is_chosen: bool


@dataclass(frozen=True)
class LogPage:
    """One page, the newest first, and the queries of others; `earlier` is empty on the last."""

    rows: list[Row]
    filters: Filters
    author: Member | None
    kinds: list[Choice]
    moderators: list[Choice]
    earlier: str

    @property
    def newest(self) -> str:
        return self.filters.address()

    @property
    def everybodys(self) -> str:
        """The same decisions, on comments by everybody."""
        return self.filters.address(author=0)

    @property
    def is_filtered(self) -> bool:
        return self.filters != Filters()


def read_filters(query: Mapping[str, str]) -> Filters:
    """The filters of an address; whatever is not understood asks for everything."""
    kind = query.get("decision", "")
    return Filters(
        moderator=number(query.get("moderator", "")),
        author=number(query.get("author", "")),
        decision=kind if kind in Decision.Kind.values else "",
        before=number(query.get("before", "")),
    )


def number(text: str) -> int:
    """A key from an address, 0 when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= NUMBER_MAX else 0


def read_log(filters: Filters) -> LogPage:
    """The page that the filters ask for."""
    found = list(matching(filters)[: LOG_LENGTH + 1])
    shown = found[:LOG_LENGTH]
    more = len(found) > LOG_LENGTH
    return LogPage(
        rows=[Row(decision, waited(decision)) for decision in shown],
        filters=filters,
        author=Member.objects.filter(pk=filters.author).first() if filters.author else None,
        kinds=kind_choices(filters),
        moderators=moderator_choices(filters),
        earlier=filters.address(before=shown[-1].pk) if more else "",
    )


def matching(filters: Filters) -> QuerySet[Decision]:
    """The decisions that the filters let through."""
    rows = log().defer(*LONG_TEXTS)
    if filters.moderator:
        rows = rows.filter(moderator=filters.moderator)
    if filters.author:
        rows = rows.filter(Q(comment__author=filters.author) | Q(member=filters.author))
    if filters.decision:
        rows = rows.filter(kind=filters.decision)
    if filters.before:
        rows = rows.filter(pk__lt=filters.before)
    return rows.order_by("-pk")


def waited(decision: Decision) -> str:
    """How long it had waited in its lane; empty for what did not wait, such as most removals."""
    return wait_in_words(decision.waited_seconds) if decision.lane else ""


def kind_choices(filters: Filters) -> list[Choice]:
    """Every decision, or only those of one kind that was ever taken."""
    taken = set(Decision.objects.order_by().values_list("kind", flat=True).distinct())
    kinds = [
        ("", "All"),
        *((kind, label) for kind, label in Decision.Kind.choices if kind in taken),
    ]
    return [
        Choice(label, filters.address(decision=kind), filters.decision == kind)
        for kind, label in kinds
    ]


def moderator_choices(filters: Filters) -> list[Choice]:
    """Everybody's decisions, or only those of one person."""
    people = [(0, "Everybody"), *deciders().values_list("pk", "pseudonym")]
    return [
        Choice(name, filters.address(moderator=pk), filters.moderator == pk) for pk, name in people
    ]
