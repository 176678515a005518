"""What becomes of flags when somebody decides on the comment. Call inside the transaction."""

from django.db.models import QuerySet
from django.utils import timezone

from community.moderation.decisions.models import Decision
from community.moderation.flags.models import Flag
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.models import Comment

Kind, Outcome = Decision.Kind, Flag.Outcome

# A decision that changes or hides the words says that who flagged them was right.
OUTCOMES: dict[str, Flag.Outcome] = {
    **dict.fromkeys((Kind.REMOVE, Kind.REJECT, Kind.REVISE, Kind.REDACT), Outcome.UPHELD),
    **dict.fromkeys((Kind.APPROVE, Kind.KEEP, Kind.RESTORE), Outcome.DECLINED),
}


def settle_flags(*, comment: Comment, decision: Decision) -> int:
    """Give the open flags of a comment their outcome; returns how many there were."""
    outcome = OUTCOMES.get(decision.kind)
    if outcome is None:
        return 0
    keys = list(open_flags(comment).values_list("pk", flat=True))
    if keys:
        changes = {"outcome": outcome, "decision": decision, "settled_at": timezone.now()}
        Flag.objects.filter(pk__in=keys).update(**changes)
    for key in keys:
        record_event(kind=OutboxEvent.Kind.FLAG_SETTLED, subject_id=key)
    return len(keys)


def reopen_flags(*, decision: Decision) -> None:
    """The flags that a decision settled wait again, because it was taken back."""
    Flag.objects.filter(decision=decision).update(
        outcome=Outcome.OPEN, decision=None, settled_at=None
    )


def open_flags(comment: Comment) -> QuerySet[Flag]:
    """The flags on a comment that nobody has read yet."""
    return Flag.objects.filter(comment=comment, outcome=Outcome.OPEN)
