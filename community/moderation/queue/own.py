"""One's own decisions, and which of them can still be taken back."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from community.members.models import Member
from community.moderation.decisions.models import Decision
from community.moderation.decisions.undoing import can_undo
from community.moderation.lanes import URGENT
from community.moderation.models import Appeal

LISTED = 30  # a page; a long day's work
HARD_IN_A_ROW = 5  # cases of danger after which something lighter is offered
Kind = Decision.Kind


@dataclass(frozen=True)
class OwnDecision:
    """A decision, whether it can be taken back, and what became of it."""

    decision: Decision
    can_undo: bool
    later: str


@dataclass(frozen=True)
class OwnDecisions:
    """A page of them; `before` is the key with which the next page begins, or 0."""

    rows: list[OwnDecision]
    before: int


def read_own(moderator: Member, *, before: int = 0) -> OwnDecisions:
    """The page of decisions older than the one with the key `before` (0: the newest)."""
    rows = own_decisions(moderator).select_related("comment__thread__article", "member")
    rows = rows.filter(pk__lt=before) if before else rows
    found = list(rows[: LISTED + 1])
    shown = [OwnDecision(d, undoable(d, moderator), later(d)) for d in found[:LISTED]]
    return OwnDecisions(shown, found[LISTED - 1].pk if len(found) > LISTED else 0)


def own_decisions(moderator: Member) -> QuerySet[Decision]:
    """One's own decisions, the newest first, with what came of them."""
    reversed_ = Decision.objects.filter(reverses=OuterRef("pk"))
    newer = Decision.objects.filter(comment=OuterRef("comment"), pk__gt=OuterRef("pk"))
    return (
        Decision.objects.filter(moderator=moderator)
        .annotate(
            is_undone=Exists(reversed_.filter(kind=Kind.UNDO)),
            is_reversed=Exists(reversed_.filter(kind=Kind.APPEAL_REVERSED)),
            is_appealed=Exists(Appeal.objects.filter(decision=OuterRef("pk"))),
            is_followed=Exists(newer),
        )
        .order_by("-pk")
    )


def undoable(decision: Decision, moderator: Member) -> bool:
    """Whether to offer to take it back; the action looks again."""
    return can_undo(decision, moderator) and not getattr(decision, "is_followed", False)


def later(decision: Decision) -> str:
    """What became of it."""
    if getattr(decision, "is_undone", False):
        return "Taken back"
    if getattr(decision, "is_reversed", False):
        return "Reversed after an appeal"
    return "Appealed" if getattr(decision, "is_appealed", False) else ""


def last_undoable(moderator: Member) -> Decision | None:
    """One's own newest decision, while it can be taken back."""
    newest = own_decisions(moderator).select_related("comment").first()
    return newest if newest and newest.comment and undoable(newest, moderator) else None


def hard_in_a_row(moderator: Member) -> bool:
    """Whether the newest decisions were all about people in danger."""
    lanes = Decision.objects.filter(moderator=moderator).order_by("-pk")
    newest = list(lanes.values_list("lane", flat=True)[:HARD_IN_A_ROW])
    return len(newest) == HARD_IN_A_ROW and all(lane in URGENT for lane in newest)
