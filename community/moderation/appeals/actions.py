"""Appealing against a decision, and deciding on an appeal.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone

from community.members.models import Member
from community.moderation.appeals.models import Appeal
from community.moderation.claims.actions import NotAllowed, check_is_free, check_may_claim
from community.moderation.claims.models import Claim
from community.moderation.decisions.actions import waited_seconds
from community.moderation.decisions.blanked_words import bring_back
from community.moderation.decisions.models import Decision
from community.moderation.lanes import APPEALS
from community.moderation.sanctions.actions import end_by_appeal
from community.moderation.sanctions.trust import renew_trust
from community.moderation.statements.building import APPEAL_TIME
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.actions import locked, write
from community.threads.models import Comment
from community.threads.placing import refresh, show
from community.threads.submissions import Author

Kind, State = Decision.Kind, Comment.State
REASONS_NEEDED = "Please say in your own words why; the person who appealed reads it."


class AlreadyAnswered(Exception):
    """Somebody else decided on the appeal first; `appeal` is as it is now."""

    def __init__(self, appeal: Appeal) -> None:
        super().__init__("already answered")
        self.appeal = appeal


def lodge_appeal(*, decision: Decision, author: Author, words: str) -> Appeal:
    """Ask that a decision be looked at again. A second click gives back the first appeal.

    Raises `NotAllowed`; the text says why, and what can be done instead.
    """
    check_may_appeal(decision, author)
    if not words.strip():
        raise NotAllowed("Please say in a few words why you see it otherwise.")
    try:
        with transaction.atomic():
            appeal = Appeal.objects.create(
                decision=decision,
                appellant=author if isinstance(author, Member) else None,
                words=words.strip(),
                lodged_at=timezone.now(),
            )
            record_event(kind=OutboxEvent.Kind.APPEAL_LODGED, subject_id=appeal.pk)
    except IntegrityError:
        return Appeal.objects.get(decision=decision)
    return appeal


def check_may_appeal(decision: Decision, author: Author) -> None:
    """Whom it concerns, within six months, while there is something to reverse.

    A guest proves by the receipt that the comment is theirs, which the caller has looked at.
    """
    if not decision.is_restriction or not concerns(decision, author):
        raise NotAllowed("There is nothing here that you could appeal against.")
    if timezone.now() > decision.decided_at + APPEAL_TIME:
        raise NotAllowed("The six months for an appeal are over. Please write to the team.")
    if decision.reversed_by.exists():
        raise NotAllowed("This decision was taken back already.")
    if decision.comment is not None and decision.comment.erased_at:
        raise NotAllowed("You erased the comment, so there is nothing left that could be shown.")


def concerns(decision: Decision, author: Author) -> bool:
    """Whether a decision is about this person or their words."""
    comment = decision.comment
    if isinstance(author, Member):
        return author.pk in (decision.member_id, comment.author_id if comment else None)
    return comment is not None and comment.author_id is None and not comment.is_imported


def reverse_decision(*, appeal: Appeal, moderator: Member, words: str) -> Decision:
    """Agree with the appeal: what was taken is given back. Raises as `decide_appeal`."""
    return decide_appeal(appeal, moderator, words, Kind.APPEAL_REVERSED)


def keep_decision(*, appeal: Appeal, moderator: Member, words: str) -> Decision:
    """Let the decision stand, with reasons. Raises as `decide_appeal`."""
    return decide_appeal(appeal, moderator, words, Kind.APPEAL_KEPT)


def decide_appeal(appeal: Appeal, moderator: Member, words: str, kind: Decision.Kind) -> Decision:
    """Answer an appeal once, by a person who did not take the decision (Article 20(6)).

    Raises `NotAllowed`, `ClaimedByOther` and `AlreadyAnswered`.
    """
    check_may_claim(appeal, moderator)
    if not words.strip():
        raise NotAllowed(REASONS_NEEDED)
    with transaction.atomic():
        comment = locked(appeal.decision.comment) if appeal.decision.comment else None
        appeal = Appeal.objects.select_for_update(of=("self",)).get(pk=appeal.pk)
        if appeal.state != Appeal.State.OPEN:
            raise AlreadyAnswered(appeal)
        check_is_free(appeal, moderator)
        row = answer_row(appeal, moderator, words, kind, comment)
        if kind == Kind.APPEAL_REVERSED:
            give_back(appeal.decision, comment)
            end_by_appeal(first=appeal.decision, outcome=row)
            renew_trust(comment.author_id if comment else None)
        store_answer(appeal, row)
        record_event(kind=OutboxEvent.Kind.APPEAL_DECIDED, subject_id=appeal.pk)
    return row


def answer_row(
    appeal: Appeal, moderator: Member, words: str, kind: Decision.Kind, comment: Comment | None
) -> Decision:
    """The log row of the answer."""
    first, now = appeal.decision, timezone.now()
    return Decision.objects.create(
        comment=comment,
        member=first.member,
        version=comment.version if comment else 1,
        kind=kind,
        ground=first.ground,
        words=words.strip(),
        moderator=moderator,
        state_before=comment.state if comment else "",
        lane=APPEALS,
        waited_seconds=waited_seconds(appeal.lodged_at, now),
        reverses=first if kind == Kind.APPEAL_REVERSED else None,
    )


def give_back(decision: Decision, comment: Comment | None) -> None:
    """Show a comment again, or its blanked words, unless its author took it back or changed it."""
    if comment and decision.kind == Kind.REDACT:
        if comment.is_visible and bring_back(comment, decision):
            refresh(comment)
        return
    if comment is None or comment.version != decision.version:
        return
    was_taken = comment.state in (State.REJECTED, State.REMOVED) or comment.is_hidden_by_flags
    if was_taken:
        show(comment)
        write(comment, waiting_since=None)
        Claim.objects.filter(comment=comment).delete()


def store_answer(appeal: Appeal, row: Decision) -> None:
    """Write the outcome, and end the claim."""
    is_reversed = row.kind == Kind.APPEAL_REVERSED
    appeal.state = Appeal.State.REVERSED if is_reversed else Appeal.State.KEPT
    appeal.outcome, appeal.decided_at = row, row.decided_at
    appeal.save(update_fields=["state", "outcome", "decided_at"])
    Claim.objects.filter(appeal=appeal).delete()
