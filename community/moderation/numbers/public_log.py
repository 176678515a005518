"""The moderation log as everybody may read it: what was decided, and nobody's name or words."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from community.moderation.decisions.models import Decision
from community.moderation.lanes import LANE_LABELS
from community.moderation.models import Appeal
from community.moderation.queue.waits import wait_in_words

LOG_LENGTH = 50  # entries of a page: about three screens
Kind = Decision.Kind


@dataclass(frozen=True)
class Entry:
    """One decision without anybody in it. `day` is not more exact on purpose."""

    day: str
    decision: str
    about: str
    ground: str
    lane: str
    waited: str
    by: str
    later: str


@dataclass(frozen=True)
class PublicLog:
    """One page, the newest first; `before` is the key with which the next one begins, or 0."""

    entries: list[Entry]
    before: int


def read_public_log(before: int = 0) -> PublicLog:
    """The page of decisions older than the one with the key `before` (0: the newest)."""
    rows = decisions()
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: LOG_LENGTH + 1])
    shown = found[:LOG_LENGTH]
    more = len(found) > LOG_LENGTH
    return PublicLog([entry(row) for row in shown], shown[-1].pk if more else 0)


def decisions() -> QuerySet[Decision]:
    """Decisions with what came of them, and only the fields that are shown."""
    undone = Decision.objects.filter(reverses=OuterRef("pk"), kind=Kind.UNDO)
    reversed_ = Decision.objects.filter(reverses=OuterRef("pk"), kind=Kind.APPEAL_REVERSED)
    rows = Decision.objects.annotate(
        is_undone=Exists(undone),
        is_reversed=Exists(reversed_),
        is_appealed=Exists(Appeal.objects.filter(decision=OuterRef("pk"))),
    )
    fields = (
        "kind", "ground", "lane", "waited_seconds", "is_automated", "decided_at", "comment_id",
        "member_id", "thread_id", "moderator_id", "screening_codes",
    )  # fmt: skip
    return rows.only(*fields).order_by("-pk")


def entry(row: Decision) -> Entry:
    """The row as everybody reads it."""
    return Entry(
        day=f"{row.decided_at:%-d %B %Y}",
        decision=row.get_kind_display(),
        about="a comment" if row.comment_id else "a member" if row.member_id else "a thread",
        ground=row.get_ground_display() if row.ground else "",
        lane=LANE_LABELS.get(row.lane, ""),
        waited=wait_in_words(row.waited_seconds) if row.lane else "",
        by=by(row),
        later=later(row),
    )


def by(row: Decision) -> str:
    """Who found and decided it: people or rules."""
    if row.is_automated:
        return "A rule, until a moderator decides"
    if row.kind == Kind.MENTOR_END and row.moderator_id is None:
        return "The member"
    return "A moderator, after a rule saw something" if row.screening_codes else "A moderator"


def later(row: Decision) -> str:
    """What came of the decision."""
    if getattr(row, "is_undone", False):
        return "Taken back"
    if getattr(row, "is_reversed", False):
        return "Reversed after an appeal"
    return "Appealed" if getattr(row, "is_appealed", False) else ""
