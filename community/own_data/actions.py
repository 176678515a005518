"""Asking for an erasure, calling it off."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles.keeping.batches import delete_in_batches
from common.proofs import new_salt
from community.members.models import Member
from community.notifications.handing import Answer, hand_over
from community.outbox.pauses import NO_PAUSE, may_be_tried, postpone
from community.own_data.letters import asked_letter
from community.own_data.links import address_mark, is_from_address_of_now
from community.own_data.models import Erasure

# Time to change one's mind: a night's sleep.
CHANGE_OF_MIND = timedelta(hours=24)
# Between two letters that a stranger may cause to go to one address.
LETTER_EVERY = timedelta(minutes=10)

State = Erasure.State


class NotAllowed(Exception):
    """The text says why, in words for the person."""


def ask_for_erasure(*, member: Member, how: str) -> Erasure:
    """Have the account erased after a day; asked again, the choice is changed and the day goes on.

    Who works here gives the role back first: somebody else must have the keys.
    """
    if member.is_moderator or member.is_superuser:
        raise NotAllowed(
            "You work here. Please ask the people who run this site to take your role back first; "
            "then you can erase the account."
        )
    with transaction.atomic():
        found = Erasure.objects.filter(
            member=member, state__in=(State.ASKED, State.WAITING)
        ).first()
        if found is None:
            found = Erasure(member=member, salt=new_salt())
        if found.state != State.WAITING:
            found.letter_due, found.letters = True, found.letters + 1
        found.how, found.state = Erasure.How(how), State.WAITING
        found.due_at = found.due_at or timezone.now() + CHANGE_OF_MIND
        found.save()
    return found


def ask_by_mail(*, address: str) -> None:
    """Send a link to an address, if it is a member's; the page says the same in any case."""
    member = Member.objects.filter(email=address.strip().lower(), is_active=True).first()
    if member is None or member.is_moderator:
        return
    with transaction.atomic():
        known = Erasure.objects.filter(
            member=member, state__in=(State.ASKED, State.WAITING)
        ).first()
        if known is None:
            known = Erasure(member=member, state=State.ASKED)
        if known.state == State.ASKED and not is_from_address_of_now(known):
            known.salt = new_salt()
            known.asked_from = address_mark(known)
        if known.letter_at is None or known.letter_at < timezone.now() - LETTER_EVERY:
            known.letter_due, known.letters = True, known.letters + 1
        known.save()


def send_erasure_letters() -> int:
    """Send the letters that are due; sent again after a fall they have the same name. How many.

    One that cannot be sent now waits, longer each time, and one that is refused for good is let go; neither holds
    up another.
    """
    sent = 0
    due = Erasure.objects.filter(may_be_tried(), letter_due=True)
    for erasure in due.select_related("member"):
        if erasure.member is not None and erasure.state in (State.ASKED, State.WAITING):
            answer = hand_over(asked_letter(erasure))
            if answer == Answer.LATER:
                postpone(erasure)
                continue
            sent += answer == Answer.TAKEN
        settled = {"letter_due": False, "letter_at": timezone.now(), **NO_PAUSE}
        Erasure.objects.filter(pk=erasure.pk).update(**settled)
    return sent


def call_off(*, erasure: Erasure) -> bool:
    """Keep the account; returns whether there was still time."""
    open_ones = Erasure.objects.filter(pk=erasure.pk, state__in=(State.ASKED, State.WAITING))
    return bool(open_ones.update(state=State.CALLED_OFF, due_at=None))


def forget_asked(*, before: datetime) -> int:
    """Delete what was asked for before a moment and never confirmed, or called off; returns how many."""
    idle = Erasure.objects.filter(state__in=(State.ASKED, State.CALLED_OFF), asked_at__lt=before)
    return delete_in_batches(idle)


def forget_receipts(*, before: datetime) -> int:
    """Delete the receipts of erasures carried out before a moment; returns how many."""
    return delete_in_batches(Erasure.objects.filter(state=State.DONE, done_at__lt=before))
