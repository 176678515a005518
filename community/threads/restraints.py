"""What may keep somebody from posting for now: a thread's mode, and what moderators decided."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from common.times import exact_time
from community.members.models import Member
from community.threads.models import Comment, Thread
from community.threads.submissions import Author

Mode = Thread.Mode
KEPT = "Your words are kept below."


class NotAllowed(Exception):
    """The person may not do this, or the comment is not in a state for it."""


class Warned(NotAllowed):
    """A moderator warned the member, who has to confirm first that they read it."""


@dataclass(frozen=True)
class Restraints:
    """How comments are taken just now. `gap` is the least time between two of one person."""

    reads_first: bool = False
    gap: timedelta = timedelta(0)


def check_restraints(thread: Thread, author: Author, network: str) -> Restraints:
    """What holds for this person in this thread. Raises `NotAllowed` and `Warned`."""
    if isinstance(author, Member):
        check_member(author)
    mode = current_mode(thread)
    if mode == Mode.CLOSED:
        raise NotAllowed(f"This thread takes no new comments{until(thread.mode_until)}. {KEPT}")
    check_gap(thread, author, network, slow=mode == Mode.SLOW)
    own = isinstance(author, Member) and author.is_read_first
    return Restraints(reads_first=own or mode == Mode.READ_FIRST)


def current_mode(thread: Thread) -> str:
    """The mode, unless its time is over."""
    is_over = thread.mode_until is not None and thread.mode_until <= timezone.now()
    return Mode.OPEN if is_over else thread.mode


def check_member(member: Member) -> None:
    """A ban, a pause, or a warning that is not confirmed."""
    if member.is_banned:
        raise NotAllowed(f"You can no longer write here. Your account page says why. {KEPT}")
    if is_ahead(member.paused_until):
        raise NotAllowed(
            f"You cannot write here{until(member.paused_until)}. Your account page says why, and "
            f"how to object. {KEPT}"
        )
    if member.is_warned:
        raise Warned(
            "A moderator wrote to you. Please read it on your account page, confirm below that you "
            f"did, and post again. {KEPT}"
        )


def check_gap(thread: Thread, author: Author, network: str, *, slow: bool) -> None:
    """Where comments are slowed down, some time has to pass between two of one person."""
    by_person = author.gap_seconds if isinstance(author, Member) else 0
    by_thread = thread.gap_seconds if slow else 0
    for seconds, here in ((by_person, None), (by_thread, thread)):
        last = last_post(author, network, here) if seconds else None
        again = last + timedelta(seconds=seconds) if last else None
        if again and again > timezone.now():
            where = "in this thread " if here else ""
            raise NotAllowed(
                f"Comments are slowed down {where}for a while. You can post again after "
                f"{exact_time(again)}. {KEPT}"
            )


def last_post(author: Author, network: str, thread: Thread | None) -> datetime | None:
    """When this person (or this network) posted last, there or anywhere."""
    if isinstance(author, Member):
        posts = Comment.objects.filter(author=author)
    elif network:
        posts = Comment.objects.filter(author=None, network_hash=network)
    else:
        return None
    posts = posts.filter(thread=thread) if thread else posts
    return posts.order_by("-created_at").values_list("created_at", flat=True).first()


def is_ahead(time: datetime | None) -> bool:
    """Whether a time is still to come."""
    return time is not None and time > timezone.now()


def until(time: datetime | None) -> str:
    """ " until …" with the exact time; "" without one."""
    return f" until {exact_time(time)}" if time and is_ahead(time) else ""
