"""How sessions end: one by one, all but one, and when their time is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from articles.keeping.batches import delete_in_batches
from community.members.models import Member
from community.members.sessions.engine import SessionStore
from community.members.sessions.models import Session
from community.members.sessions.repeats import note_successor, repeat_key, successor


def end_session(*, session: Session, member: Member) -> bool:
    """Sign a member out in one place; returns whether it was theirs, and still there."""
    return bool(Session.objects.filter(pk=session.pk, member=member).delete()[0])


def end_other_sessions(*, member: Member, keep: str | None) -> int:
    """Sign a member out everywhere but in the session with the key `keep`; returns in how many places.

    Sign-ins that wait for a code end, too: the code may lie in a mailbox that is theirs no more.
    """
    return Session.objects.filter(member=member).exclude(session_key=keep).delete()[0]


def end_sessions(*, member: Member) -> int:
    """Sign a member out everywhere, and erase the words that were kept in the sessions."""
    return end_other_sessions(member=member, keep=None)


def forget_expired_sessions(*, now: datetime) -> int:
    """Delete the sessions whose time is over; returns how many."""
    return delete_in_batches(Session.objects.filter(expire_date__lte=now))


@contextmanager
def ending_others(request: HttpRequest, member: Member) -> Iterator[None]:
    """Around a change of somebody's keys or address: all their other sessions end, this one gets a new key.

    They end before the change, so that a fall in its middle lets nobody stay, and once more after it, for who
    came in with the old key meanwhile. The second half of a double click goes on in the session of the first.
    """
    before = request.session.session_key
    cookie = request.COOKIES.get(settings.SESSION_COOKIE_NAME) or before
    end_all_but(request, member, before, cookie)
    yield
    after = end_all_but(request, member, before, cookie)
    if request.user != member or after == before:
        return
    if after:
        request.session = SessionStore(after)
        request.session.modified = True
    else:
        request.session.cycle_key()
        if cookie:
            note_successor(request, cookie, member)


def end_all_but(
    request: HttpRequest, member: Member, here: str | None, cookie: str | None
) -> str | None:
    """End a member's sessions but this one, and the one that the same POST made of it, which is returned."""
    after = successor(request, cookie) if cookie else None
    kept = [key for key in (here, after) if key]
    kept.append(repeat_key(request, cookie or ""))
    Session.objects.filter(member=member).exclude(session_key__in=kept).delete()
    return after
