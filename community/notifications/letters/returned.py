"""Letters that came back: after some, nothing goes to that address any more, and the account says so.

Codes to sign in are sent all the same, and so is what confirms something that somebody just did: who cannot get
in has no way to set it right.
"""

from datetime import datetime
from smtplib import SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from articles.keeping.batches import delete_in_batches
from articles.keeping.limits import kept_for
from articles.proofs.letters import read_letter_name
from common.mail.returned import Returned, Why
from community.notifications.follows.actions import drop_unsent, forget_follower, stop_kind
from community.notifications.follows.forms import NAMES
from community.notifications.follows.links import follower_of
from community.notifications.follows.models import Follower
from community.notifications.letters.models import ReturnedLetter
from community.notifications.messages import LETTER

GATHERED = "gathered"  # the setting of a gathered letter: everything that comes gathered
# One letter may come back for a reason of its own; the second one in a month tells of the address.
FINAL_MAX = 2
# A mailbox that is full for a week is emptied one day.
FOR_NOW_MAX = 6


def take_returned(report: Returned) -> str:
    """Do what a report about a letter of ours asks for: "stopped", "counted", "nothing"."""
    known = read_letter_name(report.message_id)
    if known is None or not known[0].startswith(LETTER):
        return "nothing"
    name, number = known
    follower = Follower.objects.select_related("member").filter(pk=number).first()
    if follower is None:
        return "nothing"
    if follower.member_id is None:
        return take_guests(report, follower)
    if report.why == Why.COMPLAINT:
        stop_mail(follower=follower, why=Follower.Stopped.COMPLAINT)
        return "stopped"
    return note_returned(follower=follower, name=name, is_final=report.why == Why.FOR_GOOD)


def take_guests(report: Returned, follower: Follower) -> str:
    """A guest has no account that could say anything: the address is forgotten with what it follows."""
    if report.why == Why.FOR_NOW:
        return "nothing"
    forget_follower(follower=follower)
    return "stopped"


def note_returned(*, follower: Follower, name: str, is_final: bool) -> str:
    """Write down that a letter to a member came back; stop them when that is enough."""
    with transaction.atomic():
        noted, _ = ReturnedLetter.objects.get_or_create(
            follower=follower, name=name, defaults={"is_final": is_final}
        )
        if is_final and not noted.is_final:
            ReturnedLetter.objects.filter(pk=noted.pk).update(is_final=True)
        since = timezone.now() - kept_for("returned_letters")
        lately = follower.returned.filter(returned_at__gt=since)
        found = list(lately.values_list("is_final", flat=True))
        if not is_enough(finals=sum(found), all_of_them=len(found)):
            return "counted"
        stop_mail(follower=follower, why=Follower.Stopped.RETURNED)
    return "stopped"


def take_refused(message: EmailMessage, refused: SMTPRecipientsRefused, follower: Follower) -> None:
    """A mail server does not take a letter for good; not where it says so of whoever sends (5.7, RFC 3463)."""
    known = read_letter_name(message.extra_headers["Message-ID"])
    is_about_us = any(
        words.lstrip().startswith(b"5.7.") for _, words in refused.recipients.values()
    )
    if known is not None and follower.member_id is not None and not is_about_us:
        note_returned(follower=follower, name=known[0], is_final=True)


def is_enough(*, finals: int, all_of_them: int) -> bool:
    """Whether so many letters that came back within the time they are kept mean that the address takes none."""
    return finals >= FINAL_MAX or all_of_them >= FOR_NOW_MAX


def stop_mail(*, follower: Follower, why: Follower.Stopped) -> None:
    """Send a member nothing to this address; what waits is dropped from the mail and stays on the page."""
    assert follower.member is not None
    with transaction.atomic():
        Follower.objects.filter(pk=follower.pk).update(
            stopped_at=timezone.now(),
            stopped_address=follower.member.email.lower(),
            stopped_why=why,
        )
        drop_unsent(follower)


def resume_mail(*, follower: Follower) -> None:
    """The member says that the address works: begin anew, of what happens from now on."""
    with transaction.atomic():
        follower.returned.all().delete()
        Follower.objects.filter(pk=follower.pk).update(
            stopped_at=None, stopped_address="", stopped_why=""
        )


def forget_returned(*, before: datetime) -> int:
    """Delete what is said of letters that came back before a moment; returns how many."""
    return delete_in_batches(ReturnedLetter.objects.filter(returned_at__lt=before))


def leave_by_mail(what: str, token: str) -> str:
    """End a kind of letters of whoever a token belongs to; what is not true or not known does nothing."""
    follower = follower_of(token)
    if follower is None or not (what == GATHERED or what in NAMES):
        return "nothing"
    for setting in gathered_by(follower) if what == GATHERED else [what]:
        stop_kind(follower=follower, setting=setting)
    return "unsubscribed"


def gathered_by(follower: Follower) -> list[str]:
    """The settings that somebody gets gathered."""
    gathered = (Follower.How.DAILY, Follower.How.WEEKLY)
    return [name for name in NAMES if getattr(follower, name) in gathered]
