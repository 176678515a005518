"""Who may appeal against what, and until when. Each refusal says why, and what can be done instead."""

from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.models import Decision
from community.moderation.notices.models import Notice
from community.moderation.statements.building import APPEAL_TIME
from community.threads.models import Comment
from community.threads.posting.submissions import Author

Kind = Decision.Kind
NOTHING = "There is nothing here that you could appeal against."
TOO_LATE = "The six months for an appeal are over. Please write to the team."
TAKEN_BACK = "This decision was taken back already, so there is nothing left to reverse."
ERASED = "You erased the comment, so there is nothing left that could be shown."
READ_SINCE = (
    "A moderator has read your comment since. What was decided then has reasons of its own, and "
    "you can appeal against that."
)


def check_may_appeal(decision: Decision, author: Author) -> None:
    """Whom it concerns, within six months, while there is something to reverse.

    A guest proves by the receipt that the comment is theirs, which the caller has looked at.
    """
    if not decision.is_restriction or not concerns(decision, author):
        raise NotAllowed(NOTHING)
    if timezone.now() > decision.decided_at + APPEAL_TIME:
        raise NotAllowed(TOO_LATE)
    if decision.reversed_by.exists():
        raise NotAllowed(TAKEN_BACK)
    if decision.comment is not None:
        check_is_left(decision, decision.comment)


def concerns(decision: Decision, author: Author) -> bool:
    """Whether a decision is about this person or their words."""
    comment = decision.comment
    if isinstance(author, Member):
        return author.pk in (decision.member_id, comment.author_id if comment else None)
    return comment is not None and comment.author_id is None and not comment.is_imported


def check_is_left(decision: Decision, comment: Comment) -> None:
    """Nothing is left where the author erased the comment, or a moderator decided anew."""
    if comment.erased_at:
        raise NotAllowed(ERASED)
    if decision.kind == Kind.HIDE and not comment.is_hidden_by_flags:
        raise NotAllowed(READ_SINCE)
    if comment.decisions.filter(kind=Kind.RESTORE, pk__gt=decision.pk).exists():
        raise NotAllowed(TAKEN_BACK)


def check_may_object(notice: Notice) -> None:
    """Who sent a notice that was declined, within six months of the answer."""
    decision = notice.decision
    if decision is None or decision.kind != Kind.NOTICE_DECLINED:
        raise NotAllowed(NOTHING)
    if timezone.now() > decision.decided_at + APPEAL_TIME:
        raise NotAllowed(TOO_LATE)
