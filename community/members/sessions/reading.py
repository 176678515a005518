"""The places where a member is signed in."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.crypto import salted_hmac

from community.members.models import Member
from community.members.sessions.devices import UNKNOWN
from community.members.sessions.models import Session

MARK_LENGTH = 32  # hexadecimal digits, 128 bits


@dataclass(frozen=True)
class Place:
    """One session, as its owner sees it. `mark` names it in a form, and opens nothing."""

    mark: str
    device: str
    since: datetime | None
    used_on: date | None
    is_here: bool


def open_sessions(member: Member) -> list[Session]:
    """Sessions in which a member is signed in, the last used first; what they hold is not read."""
    now = timezone.now()
    own = Session.objects.filter(member=member, expire_date__gt=now).exclude(started_at=None)
    return list(own.defer("session_data").order_by("-used_on", "-started_at", "pk"))


def mark_of(session: Session) -> str:
    """What names a session in a form. Its key would open it, and never stands on a page."""
    return salted_hmac("community.session", session.pk).hexdigest()[:MARK_LENGTH]


def places_of(member: Member, here: str | None) -> list[Place]:
    """Where a member is signed in, this device first."""
    places = [
        Place(
            mark_of(each),
            each.device or UNKNOWN,
            each.started_at,
            each.used_on,
            each.pk == here,
        )
        for each in open_sessions(member)
    ]
    return sorted(places, key=lambda place: not place.is_here)


def find_place(member: Member, mark: str) -> Session | None:
    """The session of a member that a mark names."""
    return next((each for each in open_sessions(member) if mark_of(each) == mark), None)
