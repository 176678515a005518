"""Messages about decisions: to the people whose words, or whom, they are about."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from common.times import exact_time
from community.moderation.models import Decision
from community.moderation.statements.building import statement_of
from community.notifications.decision_words import (
    LATER,
    MOVED_WITH,
    OF_COMMENTS,
    OF_MEMBERS,
    RESTRICTED,
    Told,
    told_of,
)
from community.notifications.messages import Recipient, build
from community.threads.models import Comment
from community.threads.posting.receipts import receipt_token

Kind = Decision.Kind


def comment_decided(
    decision: Decision, comment: Comment, recipient: Recipient, event_id: int | str
) -> EmailMultiAlternatives:
    """Tells an author what was decided, with the own words and, of a restriction, the reasons."""
    told = told_of(decision, is_later=comment.appears_at is not None)
    usual = OF_COMMENTS[decision.kind]
    assert told is not None
    context: dict[str, object] = {
        "decision": decision,
        "comment": comment,
        "heading": comment.heading,
        "recipient": recipient,
        "permalink": settings.SITE_URL + comment.get_absolute_url(),
        "opening": opening(told, decision, comment),
        "label": usual.label,
        "ending": usual.ending,
        "link": settings.SITE_URL + again_path(comment)
        if decision.kind == Kind.REVISE
        else recipient.link,
    }
    if decision.is_restriction:
        context["statement"] = statement_of(decision)
        context["statement_link"] = settings.SITE_URL + statement_path(decision)
    return build("comment_decided", told.subject, recipient.address, context, event_id)


def member_decided(
    decision: Decision, recipient: Recipient, event_id: int
) -> EmailMultiAlternatives:
    """Tells a member what was decided about them, with the statement of reasons."""
    context: dict[str, object] = {"decision": decision, "recipient": recipient}
    subject = OF_MEMBERS.get(decision.kind, OF_MEMBERS[Kind.LIFT]).subject
    if decision.kind == Kind.MENTOR_ASKED:
        context["answer_link"] = settings.SITE_URL + reverse("mentor")
    if decision.is_restriction:
        subject = RESTRICTED
        context["statement"] = statement_of(decision)
        context["statement_link"] = settings.SITE_URL + statement_path(decision)
    return build("member_decided", subject, recipient.address, context, event_id)


def opening(told: Told, decision: Decision, comment: Comment) -> str:
    """What is said first."""
    if decision.kind == Kind.MOVE:
        is_below = comment.pk != decision.comment_id
        return f"{MOVED_WITH if is_below else told.opening} {decision.facts}"
    if told is LATER:
        assert comment.appears_at is not None
        return told.opening.format(moment=exact_time(comment.appears_at))
    return told.opening


def again_path(comment: Comment) -> str:
    """Where the author changes a comment that was sent back."""
    if comment.author_id is None:
        return reverse("receipt_edit", args=[receipt_token(comment)])
    return reverse("send_again", args=[comment.pk])


def statement_path(decision: Decision) -> str:
    """Where the person concerned reads the statement and appeals."""
    comment = decision.comment
    if comment is not None and comment.author_id is None:
        return reverse("guest_statement", args=[receipt_token(comment), decision.pk])
    return reverse("member_statement", args=[decision.pk])
