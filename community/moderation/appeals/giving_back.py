"""What a reversed decision gives back. Call inside the transaction of the appeal."""

from community.moderation.claims.models import Claim
from community.moderation.decisions.blanked_words import bring_back
from community.moderation.decisions.models import Decision
from community.moderation.flags.settling import settle_flags
from community.moderation.sanctions.actions import end_by_appeal
from community.moderation.sanctions.trust import renew_trust
from community.threads.actions import write
from community.threads.models import Comment
from community.threads.placing import refresh, show

Kind, State = Decision.Kind, Comment.State

# What took the comment from readers.
TAKING = (Kind.REJECT, Kind.REVISE, Kind.REMOVE, Kind.HIDE)
SHOWN = "Readers can see your comment now."
WHOLE = "The blanked words stand there again."
ERASED = (
    "The blanked words had been erased meanwhile, as they are after 30 days. You can write them "
    "again."
)
AS_IT_IS = "The comment was changed or taken back meanwhile, so it stays as it is now."
OVER = "It holds no longer."


def give_back(decision: Decision, comment: Comment | None) -> str:
    """Show a comment again, or its blanked words, unless something else happened to it since.

    Returns a sentence for its author on what came of it.
    """
    if comment is None:
        return OVER
    if decision.kind == Kind.REDACT:
        return unblank(decision, comment)
    if comment.version != decision.version or not is_taken_by(decision, comment):
        return AS_IT_IS
    show(comment)
    write(comment, waiting_since=None)
    Claim.objects.filter(comment=comment).delete()
    return SHOWN


def unblank(decision: Decision, comment: Comment) -> str:
    """Put the words back where they were blanked."""
    if not comment.is_visible or comment.version != decision.version + 1:
        return AS_IT_IS
    if not bring_back(comment, decision):
        return ERASED
    refresh(comment)
    return WHOLE


def is_taken_by(decision: Decision, comment: Comment) -> bool:
    """Whether readers do not see the comment because of this decision and of no later one."""
    if comment.state not in (State.REJECTED, State.REMOVED) and not comment.is_hidden_by_flags:
        return False
    return comment.decisions.filter(kind__in=TAKING).first() == decision


def finish(*, first: Decision, outcome: Decision, comment: Comment | None) -> None:
    """What follows from a reversal: sanctions end, flags are answered, trust is counted anew."""
    end_by_appeal(first=first, outcome=outcome)
    if comment is None:
        return
    if first.kind == Kind.HIDE and comment.is_visible:
        settle_flags(comment=comment, decision=outcome)
    if first.kind != Kind.NOTICE_DECLINED:
        renew_trust(comment.author_id)
