"""Reads the outbox and tells people. Run by the worker, after the change was committed.

An event is marked only after its mail was handed over: when the worker dies in between, it is
sent again under the same Message-ID. Nothing is lost, and mail programs can drop the double. A
mailbox that takes no mail for good is not asked again, and keeps nobody else from hearing.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from articles.keeping.batches import delete_in_batches
from community.moderation.flags.settling import close_flags
from community.moderation.models import Appeal, Decision, Notice
from community.notifications.appeal_messages import appeal_decided, appeal_lodged, appellant_of
from community.notifications.decision_messages import (
    comment_decided,
    member_decided,
    statement_path,
)
from community.notifications.decision_words import OF_COMMENTS
from community.notifications.erasure import forget_what_was_erased
from community.notifications.flaggers import corrections_to_flaggers, tell_flagger
from community.notifications.follows.own_threads import follow_own_thread
from community.notifications.handing import NotNow, hand_over_all
from community.notifications.messages import author_of, member_as_recipient
from community.notifications.moved_authors import one_of_each_author
from community.notifications.news.actions import tell_of_article, tell_of_comment
from community.notifications.news.models import Notification
from community.notifications.news.own import is_told_now
from community.notifications.reader_messages import (
    notice_decided,
    notice_received,
    notifier_of,
)
from community.outbox.models import OutboxEvent
from community.outbox.pauses import may_be_tried, postpone
from community.threads.models import Comment

logger = logging.getLogger(__name__)

BATCH = 50  # events looked at in one go; the worker comes back at once while there are more

# By which decision readers may see a comment for the first time.
FIRST_SHOWN = (Decision.Kind.APPROVE, Decision.Kind.REDACT)
ARTICLE_NEWS = {
    OutboxEvent.Kind.ARTICLE_PUBLISHED: Notification.Kind.TOPIC,
    OutboxEvent.Kind.ARTICLE_CORRECTED: Notification.Kind.CORRECTION,
    OutboxEvent.Kind.ARTICLE_WITHDRAWN: Notification.Kind.WITHDRAWAL,
}


def letters_about_decision(event: OutboxEvent) -> Iterator[EmailMultiAlternatives]:
    """To the author of the comment, unless they took it back meanwhile.

    A decision that its moderator took back before anybody was told is not worth a message.
    """
    decisions = Decision.objects.select_related("comment__author", "comment__thread__article")
    decision = decisions.get(pk=event.subject_id)
    comment = decision.comment
    if comment is None or comment.state == Comment.State.WITHDRAWN:
        return
    if decision.kind not in OF_COMMENTS or is_not_worth_telling(decision):
        return
    if decision.kind == Decision.Kind.MOVE:
        yield from letters_about_move(event, decision)
        return
    recipient = author_of(comment)
    if recipient and is_told_now(comment.author, event, of_decision(decision)):
        yield comment_decided(decision, comment, recipient, event.pk)


def letters_about_move(event: OutboxEvent, decision: Decision) -> Iterator[EmailMultiAlternatives]:
    """To everybody of whom a comment was moved; to each once, whatever they wrote there."""
    for comment in one_of_each_author(decision):
        recipient = author_of(comment)
        if recipient and is_told_now(comment.author, event, reverse("my_comments")):
            yield comment_decided(decision, comment, recipient, f"{event.pk}-{comment.pk}")


def of_decision(decision: Decision) -> str:
    """Where the author reads a decision."""
    if decision.is_restriction:
        return statement_path(decision)
    return f"{reverse('my_comments')}#comment-{decision.comment_id}"


def is_not_worth_telling(decision: Decision) -> bool:
    """Whether it was taken back already, or takes back what the author never heard of."""
    if decision.kind == Decision.Kind.UNDO:
        first = decision.reverses
        assert first is not None
        told = OutboxEvent.objects.filter(kind=OutboxEvent.Kind.COMMENT_DECIDED)
        return not told.filter(subject_id=first.pk, handled_at__lte=decision.decided_at).exists()
    return decision.reversed_by.filter(kind=Decision.Kind.UNDO).exists()


def after_withdrawal(event: OutboxEvent) -> None:
    """The author took a comment back: its flags are over, and what they kept of erased words."""
    comment = Comment.objects.get(pk=event.subject_id)
    if comment.state == Comment.State.WITHDRAWN:
        with transaction.atomic():
            close_flags(comment=comment)
    forget_what_was_erased()


def tell_member(event: OutboxEvent) -> None:
    """Tell a member what was decided about them."""
    decision = Decision.objects.select_related("member").get(pk=event.subject_id)
    recipient = member_as_recipient(decision.member)
    if recipient and is_told_now(decision.member, event, reverse("my_decisions")):
        hand_over_all([member_decided(decision, recipient, event.pk)])


def tell_notifier(event: OutboxEvent) -> None:
    """Confirm a notice, or tell what was decided on it."""
    notice = Notice.objects.get(pk=event.subject_id)
    recipient = notifier_of(notice)
    if recipient is None:
        return
    is_new = event.kind == OutboxEvent.Kind.NOTICE_RECEIVED
    message = notice_received if is_new else notice_decided
    hand_over_all([message(notice, recipient, event.pk)])


def tell_appellant(event: OutboxEvent) -> None:
    """Confirm an appeal, or tell what became of it."""
    appeals = Appeal.objects.select_related("decision__comment__author", "appellant", "outcome")
    appeal = appeals.get(pk=event.subject_id)
    recipient = appellant_of(appeal)
    if recipient is None:
        return
    is_new = event.kind == OutboxEvent.Kind.APPEAL_LODGED
    if not is_new and not is_told_now(appeal.appellant, event, reverse("my_decisions")):
        return
    message = appeal_lodged if is_new else appeal_decided
    hand_over_all([message(appeal, recipient, event.pk)])


def after_decision(event: OutboxEvent) -> None:
    """Tell the author, and those who flagged the comment and were told otherwise before."""
    tell_of_decided(event)
    hand_over_all([*letters_about_decision(event), *corrections_to_flaggers(event)])


def tell_of_news(event: OutboxEvent) -> None:
    """A comment can be seen, or an article changed: write down whom it concerns."""
    comments = Comment.objects.select_related("thread__article", "parent", "author")
    comment = comments.filter(pk=event.subject_id).first()
    if comment is not None:
        is_new = event.kind == OutboxEvent.Kind.COMMENT_POSTED
        tell_of_comment(comment, since=event.created_at if is_new else comment.created_at)
        if is_new:
            follow_own_thread(comment=comment)


def tell_of_decided(event: OutboxEvent) -> None:
    """A decision may be what lets readers see a comment."""
    decisions = Decision.objects.select_related("comment__thread__article", "comment__parent")
    decision = decisions.get(pk=event.subject_id)
    comment = decision.comment
    if comment is not None and decision.kind in FIRST_SHOWN:
        tell_of_comment(comment, since=event.created_at)


def tell_of_change(event: OutboxEvent) -> None:
    """An article was published, corrected or withdrawn."""
    kind = ARTICLE_NEWS[OutboxEvent.Kind(event.kind)]
    key = f"event-{event.pk}" if kind != Notification.Kind.TOPIC else f"article-{event.subject_id}"
    tell_of_article(event.subject_id, kind=kind, key=key, since=event.created_at)


TELLERS: dict[str, Callable[[OutboxEvent], None]] = {
    OutboxEvent.Kind.COMMENT_DECIDED: after_decision,
    OutboxEvent.Kind.COMMENT_POSTED: tell_of_news,
    OutboxEvent.Kind.COMMENT_EDITED: tell_of_news,
    OutboxEvent.Kind.ARTICLE_PUBLISHED: tell_of_change,
    OutboxEvent.Kind.ARTICLE_CORRECTED: tell_of_change,
    OutboxEvent.Kind.ARTICLE_WITHDRAWN: tell_of_change,
    OutboxEvent.Kind.COMMENT_WITHDRAWN: after_withdrawal,
    OutboxEvent.Kind.FLAG_SETTLED: tell_flagger,
    OutboxEvent.Kind.MEMBER_DECIDED: tell_member,
    OutboxEvent.Kind.NOTICE_RECEIVED: tell_notifier,
    OutboxEvent.Kind.NOTICE_DECIDED: tell_notifier,
    OutboxEvent.Kind.APPEAL_LODGED: tell_appellant,
    OutboxEvent.Kind.APPEAL_DECIDED: tell_appellant,
}


def tell_waiting_events() -> int:
    """Handle the events that wait; returns how many were handled."""
    due = OutboxEvent.objects.filter(may_be_tried(), handled_at=None)
    keys = list(due.order_by("pk").values_list("pk", flat=True)[:BATCH])
    return sum(tell_event(key) for key in keys)


def tell_event(key: int) -> int:
    """Handle one event; returns 1 if it is done, 0 if it must be tried again later."""
    event = OutboxEvent.objects.get(pk=key)
    if event.handled_at:
        return 0
    try:
        TELLERS.get(event.kind, nobody_to_tell)(event)
    except NotNow:  # what it was is written down
        postpone(event)
        return 0
    except Exception:  # whatever it was, it means "later"
        logger.exception("Event %s could not be told; it is tried again later.", key)
        postpone(event)
        return 0
    OutboxEvent.objects.filter(pk=key).update(handled_at=timezone.now())
    return 1


def nobody_to_tell(event: OutboxEvent) -> None:
    """Some events are for the record only."""


def forget_handled_events(*, before: datetime) -> int:
    """Delete events that were handled before a moment; returns how many."""
    return delete_in_batches(OutboxEvent.objects.filter(handled_at__lt=before))
