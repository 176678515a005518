"""Appealing against a decision, and deciding on an appeal.

Who sent a notice may appeal as well when it was declined: Article 20(1) of Regulation (EU)
2022/2065. Always in this order: permission, transaction, change, log row, outbox row.
"""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.keeping.batches import change_in_batches
from community.members.models import Member
from community.moderation.appeals.giving_back import finish, give_back
from community.moderation.appeals.models import Appeal
from community.moderation.appeals.rights import check_may_appeal, check_may_object
from community.moderation.claims.actions import NotAllowed, check_is_free, check_may_claim
from community.moderation.claims.models import Claim
from community.moderation.decisions.actions import waited_seconds
from community.moderation.decisions.models import RESTRICTIONS, Decision
from community.moderation.lanes import APPEALS
from community.moderation.notices.actions import Taking, check_is_for, take_away
from community.moderation.notices.models import Notice
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.actions import locked
from community.threads.models import Comment
from community.threads.posting.submissions import Author

Kind = Decision.Kind
WORDS_NEEDED = "Please say in a few words why you see it otherwise."
REASONS_NEEDED = "Please say in your own words why; the person who appealed reads it."
ONCE = (
    "You appealed against this already, and your first words are with us. These here were not "
    "added; they still stand below, so that you can copy them."
)
TAKEN = "The comment was removed after all."
NOT_SHOWN = "Readers do not see it any more."


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
    return store_appeal(decision, author if isinstance(author, Member) else None, words)


def object_to_answer(*, notice: Notice, words: str) -> Appeal:
    """Ask that a declined notice be looked at again, by whoever has its link.

    Raises `NotAllowed`, as `lodge_appeal` does.
    """
    check_may_object(notice)
    assert notice.decision is not None
    return store_appeal(notice.decision, notice.notifier, words)


def store_appeal(decision: Decision, appellant: Member | None, words: str) -> Appeal:
    """One appeal against one decision."""
    if not (words := words.strip()):
        raise NotAllowed(WORDS_NEEDED)
    fields = {"appellant": appellant, "words": words, "lodged_at": timezone.now()}
    try:
        with transaction.atomic():
            appeal = Appeal.objects.create(decision_id=decision.pk, **fields)
            record_event(kind=OutboxEvent.Kind.APPEAL_LODGED, subject_id=appeal.pk)
    except IntegrityError:
        appeal = Appeal.objects.get(decision=decision)
        if appeal.words != words:
            raise NotAllowed(ONCE) from None
    return appeal


def reverse_decision(
    *, appeal: Appeal, moderator: Member, words: str, taking: Taking | None = None
) -> Decision:
    """Agree with the appeal: what was taken is given back.

    Of a declined notice: what is illegal is taken away now, as `taking` says. Raises as
    `decide_appeal`; with `taking` also `AlreadyDecided` and `WordsChanged`.
    """
    return decide_appeal(appeal, moderator, words, Kind.APPEAL_REVERSED, taking or Taking())


def keep_decision(*, appeal: Appeal, moderator: Member, words: str) -> Decision:
    """Let the decision stand, with reasons. Raises as `decide_appeal`."""
    return decide_appeal(appeal, moderator, words, Kind.APPEAL_KEPT, Taking())


def decide_appeal(
    appeal: Appeal, moderator: Member, words: str, kind: Decision.Kind, taking: Taking
) -> Decision:
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
            reverse(appeal.decision, row, comment, taking)
        row.save()
        if kind == Kind.APPEAL_REVERSED:
            finish(first=appeal.decision, outcome=row, comment=comment)
        store_answer(appeal, row)
        record_event(kind=OutboxEvent.Kind.APPEAL_DECIDED, subject_id=appeal.pk)
    return row


def reverse(first: Decision, row: Decision, comment: Comment | None, taking: Taking) -> None:
    """Undo what a decision did, and note in the row what came of it."""
    if first.kind == Kind.NOTICE_DECLINED:
        row.facts = act_after_all(first, row, comment, taking)
    else:
        row.facts = give_back(first, comment)


def act_after_all(first: Decision, row: Decision, comment: Comment | None, taking: Taking) -> str:
    """Do what a declined notice had asked for; returns a sentence for who sent it."""
    notice = Notice.objects.select_for_update(of=("self",)).get(decision=first)
    assert row.moderator is not None
    check_is_for(notice, row.moderator)
    Notice.objects.filter(pk=notice.pk).update(state=Notice.State.ACTED)
    if comment is None:
        return ""
    return TAKEN if take_away(comment, row.moderator, taking) else NOT_SHOWN


def answer_row(
    appeal: Appeal, moderator: Member, words: str, kind: Decision.Kind, comment: Comment | None
) -> Decision:
    """The log row of the answer, not stored yet."""
    first, now = appeal.decision, timezone.now()
    return Decision(
        comment=comment,
        member=first.member,
        thread=first.thread,
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


def store_answer(appeal: Appeal, row: Decision) -> None:
    """Write the outcome, and end the claim."""
    is_reversed = row.kind == Kind.APPEAL_REVERSED
    appeal.state = Appeal.State.REVERSED if is_reversed else Appeal.State.KEPT
    appeal.outcome, appeal.decided_at = row, row.decided_at
    appeal.save(update_fields=["state", "outcome", "decided_at"])
    Claim.objects.filter(appeal=appeal).delete()


def forget_appeals(*, before: datetime) -> int:
    """Erase the words of appeals that were answered before a moment; returns how many.

    That there was an appeal, and how it was answered, stays in the log.
    """
    answered = Appeal.objects.filter(decided_at__lt=before)
    return change_in_batches(answered.exclude(words=""), words="")


def forget_appeals_about_erased() -> int:
    """Erase what authors wrote about comments that they erased; returns how many."""
    about = Decision.objects.filter(kind__in=RESTRICTIONS, comment__erased_at__isnull=False)
    return Appeal.objects.filter(decision__in=about).exclude(words="").update(words="")
