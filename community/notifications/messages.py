"""Whom we write to, and the builder of every message."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from community.members.models import Member
from community.threads.models import Comment
from community.threads.receipts import receipt_url


@dataclass(frozen=True)
class Recipient:
    """Where to write, and under which link the person finds their comment again."""

    address: str
    name: str
    link: str


def author_of(comment: Comment) -> Recipient | None:
    """The author's address, or None when there is nobody to write to."""
    if comment.is_imported or comment.erased_at:
        return None
    if comment.author is not None:
        link = settings.SITE_URL + reverse("my_comments")
        return Recipient(comment.author.email, comment.author.pseudonym, link)
    if comment.author_email:
        link = settings.SITE_URL + receipt_url(comment)
        return Recipient(comment.author_email, comment.author_name, link)
    return None


def member_as_recipient(member: Member | None) -> Recipient | None:
    """A member, at their account; None when they are gone."""
    if member is None:
        return None
    return Recipient(member.email, member.pseudonym, settings.SITE_URL + reverse("account_home"))


def build(
    name: str, subject: str, to: str, context: dict[str, object], event_id: int | str
) -> EmailMultiAlternatives:
    """A message as text and HTML. A message sent twice by accident has the same Message-ID."""
    context |= {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, "subject": subject}
    message = EmailMultiAlternatives(
        subject,
        render_to_string(f"community/notifications/mail/{name}.txt", context),
        to=[to],
        headers={
            "Message-ID": f"<event-{event_id}@{settings.SITE_HOST}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers
        },
    )
    html = render_to_string(f"community/notifications/mail/{name}.html", context)
    message.attach_alternative(html, "text/html")
    return message
