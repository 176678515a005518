"""What becomes of flags when something happens to the comment. Call inside a transaction."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from articles.keeping.batches import change_in_batches
from community.moderation.decisions.models import Decision
from community.moderation.flags.models import Flag
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.models import Comment

Kind, Outcome = Decision.Kind, Flag.Outcome

# A decision that changes or hides the words says that who flagged them was right.
OUTCOMES: dict[str, Flag.Outcome] = {
    **dict.fromkeys((Kind.REMOVE, Kind.REJECT, Kind.REVISE, Kind.REDACT), Outcome.UPHELD),
    **dict.fromkeys(
        (Kind.APPROVE, Kind.KEEP, Kind.RESTORE, Kind.APPEAL_REVERSED), Outcome.DECLINED
    ),
}


def settle_flags(*, comment: Comment, decision: Decision) -> int:
    """Give the open flags of a comment their outcome; returns how many there were."""
    outcome = OUTCOMES.get(decision.kind)
    return end_flags(comment, outcome, decision) if outcome else 0


def close_flags(*, comment: Comment) -> int:
    """The author took the comment back: there is nothing left to look at."""
    return end_flags(comment, Outcome.GONE, None)


def end_flags(comment: Comment, outcome: Flag.Outcome, decision: Decision | None) -> int:
    """Write the outcome, and let those be told who flagged."""
    keys = list(open_flags(comment).values_list("pk", flat=True))
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


def forget_snapshots() -> int:
    """Erase what flags kept of comments whose authors erased them; returns how many."""
    kept = Flag.objects.exclude(comment__erased_at=None).exclude(snapshot="", words="")
    return kept.update(snapshot="", words="")


def forget_flaggers(*, before: datetime) -> int:
    """Forget how to reach and to know guests whose flags were answered before a moment."""
    answered = Flag.objects.filter(settled_at__lt=before).exclude(guest_key=None)
    return change_in_batches(answered, guest_key=None, email="")


def forget_words(*, before: datetime) -> int:
    """Erase what was said in flags that were answered before a moment; returns how many."""
    answered = Flag.objects.filter(settled_at__lt=before).exclude(snapshot="", words="")
    return change_in_batches(answered, snapshot="", words="")


def open_flags(comment: Comment) -> QuerySet[Flag]:
    """The flags on a comment that nobody has read yet."""
    return Flag.objects.filter(comment=comment, outcome=Outcome.OPEN)
