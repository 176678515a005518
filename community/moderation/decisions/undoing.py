"""Taking back one's own decision, shortly after it."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import Kind, State, unsaved
from community.moderation.decisions.blanked_words import bring_back
from community.moderation.decisions.models import Decision
from community.moderation.decisions.moves import version_after
from community.moderation.flags.settling import reopen_flags
from community.moderation.sanctions.trust import renew_trust
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.actions import locked, write
from community.threads.models import Comment
from community.threads.placing import hide, refresh, show

# One sees a slip of the finger at once, and a wrong judgement within the next few cases. Later
# the author has read the decision, and another decision is the honest way.
UNDO_TIME = timedelta(minutes=10)

UNDOABLE = frozenset(
    {
        Kind.APPROVE,
        Kind.REDACT,
        Kind.KEEP,
        Kind.REVISE,
        Kind.REJECT,
        Kind.REMOVE,
        Kind.RESTORE,
    }
)
TOO_LATE = "This can no longer be taken back. You can decide anew."


def undo_decision(*, decision: Decision, moderator: Member) -> Decision:
    """Put a comment back where it was before one's own newest decision on it.

    What waited waits again, since when it waited before. Raises `NotAllowed`.
    """
    check_may_undo(decision, moderator)
    assert decision.comment is not None
    with transaction.atomic():
        comment = locked(decision.comment)
        check_still_stands(decision, comment)
        row = unsaved(Kind.UNDO, comment, moderator=moderator, reverses=decision)
        put_back(comment, decision)
        row.save()
        reopen_flags(decision=decision)
        renew_trust(comment.author_id)
        record_event(kind=OutboxEvent.Kind.COMMENT_DECIDED, subject_id=row.pk)
    return row


def can_undo(decision: Decision, moderator: Member) -> bool:
    """Whether the moderator may still take the decision back, as far as the row says."""
    is_recent = decision.decided_at > timezone.now() - UNDO_TIME
    return is_recent and decision.kind in UNDOABLE and decision.moderator_id == moderator.pk


def check_may_undo(decision: Decision, moderator: Member) -> None:
    """One's own decision, of a kind that has a way back, within `UNDO_TIME`."""
    if not moderator.is_moderator or decision.moderator_id != moderator.pk:
        raise NotAllowed("You can take back your own decisions only.")
    if not can_undo(decision, moderator):
        raise NotAllowed(TOO_LATE)


def check_still_stands(decision: Decision, comment: Comment) -> None:
    """Nothing may have happened to the comment since."""
    newest = comment.decisions.first()
    is_changed = comment.version != version_after(decision) or comment.erased_at
    if newest != decision or is_changed or comment.state == State.WITHDRAWN:
        raise NotAllowed("Something happened to this comment since. Please look at it again.")


def put_back(comment: Comment, decision: Decision) -> None:
    """The words and the state before, the place in the queue, and what an approval had earned."""
    if decision.kind == Kind.REDACT and bring_back(comment, decision):
        refresh(comment)
    if decision.state_before == State.VISIBLE and comment.state != State.VISIBLE:
        show(comment)
    elif decision.state_before != State.VISIBLE:
        hide(comment, decision.state_before)
    if decision.lane:
        waited = timedelta(seconds=decision.waited_seconds)
        write(comment, waiting_since=decision.decided_at - waited)
    if decision.kind == Kind.APPROVE and comment.author_id and not approved_besides(decision):
        earned = Member.objects.filter(pk=comment.author_id, approved_posts__gt=0)
        earned.update(approved_posts=F("approved_posts") - 1)


def approved_besides(decision: Decision) -> bool:
    """Whether another decision approved the same comment, so that it had been counted before."""
    others = Decision.objects.filter(comment=decision.comment_id, kind=Kind.APPROVE)
    return others.exclude(pk=decision.pk).exists()
