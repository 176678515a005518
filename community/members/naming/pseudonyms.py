"""Which public names people may choose, and when they may change theirs."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from common.text import one_line
from community.members.models import PSEUDONYM_KEY_MAX, PSEUDONYM_MAX, Member, PseudonymChange
from community.members.naming.names import name_key, shows_contact, speaks_for_house

# Others follow who is who by the name. Once a month leaves room for a regretted choice and
# makes it useless to hide from a bad evening behind a new name.
RENAME_EVERY = timedelta(days=30)
# Nobody slips into a name that others still connect with the person who had it.
HELD_BACK = timedelta(days=90)

TAKEN = "Somebody here has that name, or one that looks like it. Please choose another."
RESERVED = "That name would look like the people who run this site. Please choose another."
CONTACT = (
    "That looks like an address, and everybody would see it. "
    "Please choose a name that does not tell where to reach you."
)
UNSEEN = "Please choose a name that others can see."
LONG = f"A name holds up to {PSEUDONYM_MAX} letters. Please choose a shorter one."


def clean_name(name: str) -> str:
    """The name as it is stored: on one line, nothing invisible in it."""
    return one_line(name)


def refusal(name: str, *, member: Member | None = None) -> str:
    """Why `member` (or somebody new) may not have this cleaned name; "" when they may."""
    if not name:
        return UNSEEN
    if len(name) > PSEUDONYM_MAX or len(name_key(name)) > PSEUDONYM_KEY_MAX:
        return LONG
    if shows_contact(name):
        return CONTACT
    if is_reserved(name):
        return RESERVED
    return TAKEN if is_taken(name, except_for=member) else ""


def is_reserved(name: str) -> bool:
    """Whether a name would pass for the house, however it is spelt."""
    return speaks_for_house(name, settings.SITE_NAME)


def is_taken(name: str, *, except_for: Member | None = None) -> bool:
    """Whether somebody else has that name, one that looks like it, or had it until lately."""
    key = name_key(name)
    holder = Member.objects.filter(pseudonym_key=key).first()
    if holder is not None and holder != except_for:
        return True
    return key in {name_key(change.old) for change in given_up() if change.member != except_for}


def given_up() -> QuerySet[PseudonymChange]:
    """The names that members gave up within `HELD_BACK`."""
    lately = PseudonymChange.objects.filter(changed_at__gt=timezone.now() - HELD_BACK)
    return lately.select_related("member")


def next_rename_at(member: Member) -> datetime | None:
    """From when on the member may change the name again; None when they may now."""
    newest = member.pseudonym_changes.first()
    free = newest.changed_at + RENAME_EVERY if newest else None
    return free if free and free > timezone.now() else None
