"""The messages of a membership: each is written once, as text, and its HTML is made from that."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from community.members.signing_in.codes import MINUTES

MOVED_TO = "Account-Moved-To"  # heads the letter to an address that an account had before


def build(prefix: str, to: str, context: dict[str, Any]) -> EmailMultiAlternatives:
    """A message from `<prefix>_subject.txt` and `<prefix>_message.txt`, for one address."""
    known = {
        "email": to,
        "minutes": MINUTES,
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        **context,
    }
    subject = " ".join(render_to_string(f"{prefix}_subject.txt", known).split())
    text = render_to_string(f"{prefix}_message.txt", known).strip() + "\n"
    # RFC 3834: no out-of-office answers to a program.
    message = EmailMultiAlternatives(
        subject, text, to=[to], headers={"Auto-Submitted": "auto-generated"}
    )
    message.attach_alternative(as_html(subject, text, known), "text/html")
    # Where mail goes into a folder, the terminal says the code.
    message.code = context.get("code", "")  # type: ignore[attr-defined]
    return message


def as_html(subject: str, text: str, context: dict[str, Any]) -> str:
    """The same words as HTML: paragraphs, the code large, an address as a link."""
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    shown = {**context, "subject": subject, "paragraphs": paragraphs}
    return render_to_string("account/email/message.html", shown)
