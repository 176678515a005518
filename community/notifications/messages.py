"""Whom we write to, and the builder of every message."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from articles.proofs.letters import letter_name, returning
from community.members.models import Member
from community.notifications.follows.actions import follower_for
from community.notifications.follows.links import one_click, ways_out
from community.notifications.follows.models import Follower
from community.threads.models import Comment
from community.threads.posting.receipts import receipt_url

LETTER = "event-"  # how the names of letters begin that are no newsletter
# The setting that one click ends; other letters only confirm what somebody just did.
ENDED_BY = {
    "comment_decided": "decisions",
    "member_decided": "decisions",
    "appeal_decided": "answers",
    "flag_settled": "answers",
    "team_overdue": "overdue",
}


@dataclass(frozen=True)
class Recipient:
    """Where to write, and under which link the person finds their comment again."""

    address: str
    name: str
    link: str
    member: Member | None = None


def author_of(comment: Comment) -> Recipient | None:
    """The author's address, or None when there is nobody to write to."""
    if comment.is_imported or comment.erased_at:
        return None
    if comment.author is not None:
        link = settings.SITE_URL + reverse("my_comments")
        return Recipient(comment.author.email, comment.author.pseudonym, link, comment.author)
    if comment.author_email:
        link = settings.SITE_URL + receipt_url(comment)
        return Recipient(comment.author_email, comment.author_name, link)
    return None


def member_as_recipient(member: Member | None) -> Recipient | None:
    """A member, at their account; None when they are gone."""
    if member is None:
        return None
    link = settings.SITE_URL + reverse("account_home")
    return Recipient(member.email, member.pseudonym, link, member)


def build(
    name: str,
    subject: str,
    to: str,
    context: dict[str, object],
    event_id: int | str,
    follower: Follower | None = None,
) -> EmailMultiAlternatives:
    """A message as text and HTML. A message sent twice by accident has the same Message-ID.

    To a member it ends with the ways to choose and to pause what comes by mail. Its name says which
    follower it went to, so that one that comes back is known.
    """
    recipient = context.get("recipient")
    headers: dict[str, str] = {}
    if isinstance(recipient, Recipient) and recipient.member is not None:
        follower = follower_for(recipient.member)
        context |= ways_out(follower)
        headers = one_click(follower, ENDED_BY[name]) if name in ENDED_BY else {}
    context |= {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, "subject": subject}
    message = EmailMultiAlternatives(
        subject,
        render_to_string(f"community/notifications/mail/{name}.txt", context),
        to=[to],
        **returning(
            {
                "Message-ID": letter_name(f"{LETTER}{event_id}", follower.pk if follower else 0),
                "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers
            }
            | headers
        ),
    )
    html = render_to_string(f"community/notifications/mail/{name}.html", context)
    message.attach_alternative(html, "text/html")
    return message
