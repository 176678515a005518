"""What moderators decide. Each decision is about the words that were read, and only one counts.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed, check_is_free
from community.moderation.claims.models import Claim
from community.moderation.decisions.models import Decision
from community.moderation.decisions.moves import (
    MOVES,
    NEEDS_WORDS,
    RESTRICTING,
    grounds_of,
    open_kinds,
)
from community.moderation.decisions.refusals import AlreadyDecided, WordsChanged
from community.moderation.flags.settling import settle_flags
from community.moderation.lanes import lane_of
from community.moderation.sanctions.trust import renew_trust
from community.moderation.team.reading import may_read
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.actions import locked, write
from community.threads.models import Comment
from community.threads.placing import hide, show
from community.threads.second_thoughts.appearing import show_in_time

Kind, Ground, State = Decision.Kind, Decision.Ground, Comment.State


def approve_comment(
    *, comment: Comment, moderator: Member, version: int, words: str = ""
) -> Decision:
    """Let readers see a waiting comment."""
    return decide(Kind.APPROVE, comment, moderator, version, Ground.NONE, words)


def keep_comment(*, comment: Comment, moderator: Member, version: int, words: str = "") -> Decision:
    """Leave a flagged comment as it is."""
    return decide(Kind.KEEP, comment, moderator, version, Ground.NONE, words)


def reject_comment(
    *, comment: Comment, moderator: Member, version: int, ground: str, words: str = ""
) -> Decision:
    """Do not publish a waiting comment; its author is told why and gets the words back."""
    return decide(Kind.REJECT, comment, moderator, version, ground, words)


def ask_revision(
    *, comment: Comment, moderator: Member, version: int, ground: str, words: str = ""
) -> Decision:
    """Send a comment back: its author is asked to change the words and to send them again."""
    return decide(Kind.REVISE, comment, moderator, version, ground, words)


def remove_comment(
    *, comment: Comment, moderator: Member, version: int, ground: str, words: str = ""
) -> Decision:
    """Take a comment that readers have seen from them."""
    return decide(Kind.REMOVE, comment, moderator, version, ground, words)


def restore_comment(
    *, comment: Comment, moderator: Member, version: int, words: str = ""
) -> Decision:
    """Show a comment again that was removed or not published."""
    return decide(Kind.RESTORE, comment, moderator, version, Ground.NONE, words)


def decide(
    kind: Decision.Kind,
    comment: Comment,
    moderator: Member,
    version: int,
    ground: str,
    words: str,
    facts: str = "",
) -> Decision:
    """Decide once. Raises `NotAllowed`, `AlreadyDecided`, `WordsChanged` or `ClaimedByOther`.

    The row is locked before its state is looked at: of two moderators the second one sees
    what the first one did.
    """
    check_may_decide(comment, moderator, kind, ground)
    check_reason(ground, words)
    with transaction.atomic():
        comment = locked(comment)
        check_is_open(comment, kind, version)
        if comment.waiting_since:
            check_is_free(comment, moderator)
        decision = unsaved(
            kind, comment, moderator=moderator, ground=ground, words=words.strip(), facts=facts
        )
        change_state(comment, kind)
        end_waiting(comment)
        decision.save()
        settle_flags(comment=comment, decision=decision)
        renew_trust(comment.author_id)
        record_event(kind=OutboxEvent.Kind.COMMENT_DECIDED, subject_id=decision.pk)
    return decision


def unsaved(kind: Decision.Kind, comment: Comment, **fields: Any) -> Decision:
    """The log row of a decision on a comment as it is before the change."""
    now = timezone.now()
    began = comment.waiting_since or now
    about = {
        "version": comment.version,
        "state_before": comment.state,
        "lane": lane_of(comment.urgency).key if comment.waiting_since else "",
        "screening_codes": [reason["code"] for reason in comment.reasons],
        "waited_seconds": waited_seconds(began, now),
    }
    return Decision(comment=comment, kind=kind, **about | fields)


def aside(kind: Decision.Kind, comment: Comment, moderator: Member, **fields: Any) -> Decision:
    """The log row of what answers nothing that waits: no rule asked for it, and no wait ends."""
    nothing = {"lane": "", "waited_seconds": 0, "screening_codes": []}
    return unsaved(kind, comment, moderator=moderator, **fields | nothing)


def waited_seconds(began: datetime, now: datetime) -> int:
    """Whole seconds between two moments; clocks are set back, so never below nothing."""
    return max(0, int((now - began).total_seconds()))


def check_may_decide(comment: Comment, moderator: Member, kind: str, ground: str) -> None:
    """Moderators only, never on one's own words, and never without a reason."""
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators decide on comments.")
    if comment.author_id == moderator.pk:
        raise NotAllowed("Somebody else decides on your own comments.")
    if not may_read(moderator, comment):
        raise NotAllowed("Somebody else reads comments under this topic.")
    if kind in RESTRICTING and ground not in grounds_of(kind):
        raise NotAllowed("Please choose a reason; the author will be told.")


def check_reason(ground: str, words: str) -> None:
    """These two say nothing to the person who reads them without own words.

    Of the law it has to be said which (Article 17(3)(d) of Regulation (EU) 2022/2065).
    """
    if ground in NEEDS_WORDS and not words.strip():
        raise NotAllowed(NEEDS_WORDS[ground])


def check_is_open(comment: Comment, kind: Decision.Kind, version: int) -> None:
    """The comment must still be in a state for this decision, with the words that were read.

    The state comes first: who decided on the new words was first, and there is nothing to
    decide again.
    """
    if kind not in open_kinds(comment):
        newest = comment.decisions.select_related("moderator").first()
        raise AlreadyDecided(comment, newest)
    check_version(comment, version)


def check_version(comment: Comment, version: int) -> None:
    """The words must be those that were read. A moderator changes words, too, by blanking some."""
    if comment.version != version:
        if blanked := comment.decisions.filter(kind=Kind.REDACT, version=comment.version - 1):
            raise AlreadyDecided(comment, blanked.select_related("moderator").first())
        raise WordsChanged(comment)


def change_state(comment: Comment, kind: Decision.Kind) -> None:
    """Show or hide the comment, and count what earns its author direct posting."""
    state = MOVES[kind][1]
    if kind == Kind.APPROVE:
        show_in_time(comment)
    elif state == State.VISIBLE and comment.state != State.VISIBLE:
        show(comment)
    elif state != State.VISIBLE:
        hide(comment, state)
    if kind == Kind.APPROVE and comment.author_id and not was_approved_before(comment):
        Member.objects.filter(pk=comment.author_id).update(approved_posts=F("approved_posts") + 1)


def end_waiting(comment: Comment) -> None:
    """Take the comment out of the queue, and end the claim that shielded it."""
    write(comment, waiting_since=None)
    Claim.objects.filter(comment=comment).delete()


def was_approved_before(comment: Comment) -> bool:
    """Edited words are approved again, but one post earns trust only once."""
    return comment.decisions.filter(kind=Kind.APPROVE).exists()
