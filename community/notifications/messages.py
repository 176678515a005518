"""One function for every e-mail we send, and one builder for all of them."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from community.moderation.flags.guests import flag_url
from community.moderation.models import Decision, Flag
from community.threads.models import Comment
from community.threads.receipts import receipt_url

# Subjects say nothing about health: other people see them on a locked screen.
SUBJECTS: dict[str, str] = {
    Decision.Kind.APPROVE: "Your comment is published",
    Decision.Kind.REJECT: "About your comment: it was not published",
    Decision.Kind.REVISE: "About your comment: please change it and send it again",
    Decision.Kind.REMOVE: "About your comment: it was removed",
    Decision.Kind.RESTORE: "Your comment is published again",
    Decision.Kind.HIDE: "About your comment: it is hidden until a moderator has read it",
    Decision.Kind.UNDO: "About your comment: a decision was taken back",
}


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


def comment_decided(
    decision: Decision, comment: Comment, recipient: Recipient, event_id: int
) -> EmailMultiAlternatives:
    """Tells an author what a moderator decided, why, and what they can do; with their own words."""
    context = {
        "decision": decision,
        "comment": comment,
        "article": comment.thread.article,
        "recipient": recipient,
        "permalink": settings.SITE_URL + comment.get_absolute_url(),
    }
    subject = SUBJECTS[decision.kind]
    return build("comment_decided", subject, recipient.address, context, event_id)


def flag_settled(flag: Flag, recipient: Recipient, event_id: int) -> EmailMultiAlternatives:
    """Tells who flagged a comment what came of it; not by whom, and not who else flagged it."""
    context: dict[str, object] = {"flag": flag, "recipient": recipient}
    return build(
        "flag_settled", "About the comment you flagged", recipient.address, context, event_id
    )


def flagger_of(flag: Flag) -> Recipient | None:
    """Where somebody who flagged wants to hear of it; None where they do not."""
    if flag.flagger is not None:
        link = settings.SITE_URL + reverse("my_flags")
        return Recipient(flag.flagger.email, flag.flagger.pseudonym, link)
    if flag.email:
        return Recipient(flag.email, "", settings.SITE_URL + flag_url(flag))
    return None


def build(
    name: str, subject: str, to: str, context: dict[str, object], event_id: int
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
