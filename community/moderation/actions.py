"""What moderators decide. Each decision is about the words that were read, and only one counts.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from community.members.models import Member
from community.moderation.claiming import NotAllowed, check_is_free
from community.moderation.models import Claim, Decision
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.actions import locked, write
from community.threads.models import Comment
from community.threads.placing import hide, show

Kind, Ground, State = Decision.Kind, Decision.Ground, Comment.State

# From which states a decision leads where.
MOVES = {
    Kind.APPROVE: ((State.PENDING,), State.VISIBLE),
    Kind.REJECT: ((State.PENDING,), State.REJECTED),
    Kind.REMOVE: ((State.VISIBLE,), State.REMOVED),
    Kind.RESTORE: ((State.REMOVED, State.REJECTED), State.VISIBLE),
}


class AlreadyDecided(Exception):
    """Somebody else was first, or the author took the comment back meanwhile.

    `decision` is the newest one on the comment, None when there is none. `comment` is as it is
    now: whether the author or a moderator was first, its state says.
    """

    def __init__(self, comment: Comment, decision: Decision | None) -> None:
        super().__init__("already decided")
        self.comment = comment
        self.decision = decision


class WordsChanged(Exception):
    """The author edited the comment after the moderator opened it."""

    def __init__(self, comment: Comment) -> None:
        super().__init__("the words changed")
        self.comment = comment


def approve_comment(
    *, comment: Comment, moderator: Member, version: int, words: str = ""
) -> Decision:
    """Let readers see a waiting comment."""
    return decide(Kind.APPROVE, comment, moderator, version, Ground.NONE, words)


def reject_comment(
    *, comment: Comment, moderator: Member, version: int, ground: str, words: str = ""
) -> Decision:
    """Do not publish a waiting comment; its author is told why and gets the words back."""
    return decide(Kind.REJECT, comment, moderator, version, ground, words)


def remove_comment(
    *, comment: Comment, moderator: Member, version: int, ground: str, words: str = ""
) -> Decision:
    """Take a visible comment from readers."""
    return decide(Kind.REMOVE, comment, moderator, version, ground, words)


def restore_comment(
    *, comment: Comment, moderator: Member, version: int, words: str = ""
) -> Decision:
    """Show a comment again that was removed or not published."""
    return decide(Kind.RESTORE, comment, moderator, version, Ground.NONE, words)


def decide(
    kind: Decision.Kind, comment: Comment, moderator: Member, version: int, ground: str, words: str
) -> Decision:
    """Decide once. Raises `NotAllowed`, `AlreadyDecided`, `WordsChanged` or `ClaimedByOther`.

    The row is locked before its state is looked at: of two moderators the second one sees
    what the first one did.
    """
    check_may_decide(comment, moderator, kind, ground)
    with transaction.atomic():
        comment = locked(comment)
        check_is_open(comment, kind, version)
        if comment.state == State.PENDING:
            check_is_free(comment, moderator)
        now = timezone.now()
        began = comment.waiting_since or now
        change_state(comment, kind)
        if kind in (Kind.APPROVE, Kind.REJECT):
            # Writers are told how long comments usually wait. Only these two waited.
            write(comment, waiting_since=None, decided_at=now)
        Claim.objects.filter(comment=comment).delete()
        decision = Decision.objects.create(
            comment=comment,
            version=version,
            kind=kind,
            ground=ground,
            words=words.strip(),
            moderator=moderator,
            screening_codes=[reason["code"] for reason in comment.reasons],
            waited_seconds=max(0, int((now - began).total_seconds())),  # clocks are set back
        )
        record_event(kind=OutboxEvent.Kind.COMMENT_DECIDED, subject_id=decision.pk)
    return decision


def check_may_decide(comment: Comment, moderator: Member, kind: str, ground: str) -> None:
    """Moderators only, never on one's own words, and never without a reason."""
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators decide on comments.")
    if comment.author_id == moderator.pk:
        raise NotAllowed("Somebody else decides on your own comments.")
    if kind in (Kind.REJECT, Kind.REMOVE) and ground not in Ground.values[1:]:
        raise NotAllowed("Please choose a reason; the author will be told.")


def check_is_open(comment: Comment, kind: Decision.Kind, version: int) -> None:
    """The comment must still be in a state for this decision, with the words that were read.

    The state comes first: who decided on the new words was first, and there is nothing to
    decide again.
    """
    if kind not in open_kinds(comment):
        newest = comment.decisions.select_related("moderator").first()
        raise AlreadyDecided(comment, newest)
    if comment.version != version:
        raise WordsChanged(comment)


def open_kinds(comment: Comment) -> list[Decision.Kind]:
    """The decisions that the state of a comment leaves open."""
    if comment.erased_at:
        return []
    return [kind for kind, (states, _) in MOVES.items() if comment.state in states]


def change_state(comment: Comment, kind: Decision.Kind) -> None:
    """Show or hide the comment, and count what earns its author direct posting."""
    if kind in (Kind.APPROVE, Kind.RESTORE):
        show(comment)
    else:
        hide(comment, MOVES[kind][1])
    if kind == Kind.APPROVE and comment.author_id and not was_approved_before(comment):
        Member.objects.filter(pk=comment.author_id).update(approved_posts=F("approved_posts") + 1)


def was_approved_before(comment: Comment) -> bool:
    """Edited words are approved again, but one post earns trust only once."""
    return comment.decisions.filter(kind=Kind.APPROVE).exists()
