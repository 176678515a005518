"""How a warning, or what else holds about a member, comes between them and their next words."""

from functools import partial
from typing import Any

from django.http import HttpRequest

from community.members.models import Member
from community.members.restraints import is_restrained
from community.moderation.sanctions.confirming import confirm_warnings
from community.moderation.sanctions.models import Sanction
from community.moderation.sanctions.reading import current, unread_warnings
from community.moderation.statements.wording import MEANINGS
from community.threads.posting.forms import CONFIRM

Kind = Sanction.Kind
KEY_DIGITS_MAX = 18  # a key of the database has no more
# What may keep somebody from posting, so that they are told why where they are told that.
IN_THE_WAY = (Kind.PAUSE, Kind.BAN, Kind.SLOW)


def with_warnings(request: HttpRequest) -> dict[str, Any]:
    """Confirm what the form says was read; gives what of a writing page is still to be read.

    Asks nothing about somebody of whom nothing was decided, and for what holds only where a page
    shows it: a post that goes through needs no more statements than anybody's.
    """
    member = request.user
    if request.method != "POST" or not isinstance(member, Member) or not is_restrained(member):
        return {}
    confirmed = request.POST.get(CONFIRM, "")
    if confirmed.isdecimal() and len(confirmed) <= KEY_DIGITS_MAX:
        confirm_warnings(member=member, newest=int(confirmed))
    warnings = unread_warnings(member) if member.is_warned else []
    return {"warnings": warnings, "measures": partial(measures, member)}


def measures(member: Member) -> list[tuple[str, Sanction]]:
    """What may keep somebody from posting now, each with what it means."""
    held = current(member).filter(kind__in=IN_THE_WAY).select_related("decision")
    return [(MEANINGS[each.kind].title, each) for each in held]
