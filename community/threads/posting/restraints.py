"""What may keep somebody from posting for now: a thread's mode, and what moderators decided."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from common.times import exact_time
from community.members.models import Member
from community.members.restraints import gap_of, is_ahead, is_over, is_paused, is_read_first
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Author, Recent

Mode = Thread.Mode
KEPT = "Your words are kept below."


class NotAllowed(Exception):
    """The person may not do this, or the comment is not in a state for it."""


class NotYet(NotAllowed):
    """The person may do this, after something else."""


class TooSoon(NotYet):
    """Comments are slowed down, and this person posted a short while ago."""


class Warned(NotAllowed):
    """A moderator warned the member, who has to confirm first that they read it."""


class MustAgree(NotYet):
    """The member is asked to agree to something before they write again."""


def check_may_post(thread: Thread, author: Author, parent: Comment | None) -> None:
    """Only where readers can read, only by those who may read there, and below what they can see."""
    if not thread.is_open_to_readers:
        what = "conversation" if thread.is_conversation else "article"
        raise NotAllowed(f"This {what} takes no new comments.")
    if thread.is_for_members and not isinstance(author, Member):
        raise NotAllowed("Only members write in this conversation. Your words are kept below.")
    if parent is not None and (parent.thread_id != thread.pk or not parent.is_visible):
        raise NotAllowed("The comment you answer is no longer there. Your words are kept below.")


def check_restraints(thread: Thread, author: Author, recent: Sequence[Recent]) -> bool:
    """Whether this person may post here now, and whether a moderator reads it first.

    `recent` is what the person posted lately, the newest first. Raises `NotAllowed`, `Warned` and `MustAgree`.
    """
    if isinstance(author, Member):
        check_member(author)
    mode = current_mode(thread)
    if mode == Mode.CLOSED:
        raise NotAllowed(f"This thread takes no new comments{until(thread.mode_until)}. {KEPT}")
    check_gap(thread, author, recent, slow=mode == Mode.SLOW)
    return reads_first(author, mode)


def check_edit(thread: Thread, author: Author) -> bool:
    """Whether this person may change a comment now, and whether a moderator reads it first.

    Who may not write may not write anew either. In a closed thread new words are read first: one
    can mend what one wrote, and nobody goes on there by way of it. Raises as `check_restraints`.
    """
    if isinstance(author, Member):
        check_member(author)
    mode = current_mode(thread)
    return mode == Mode.CLOSED or reads_first(author, mode)


def reads_first(author: Author, mode: str) -> bool:
    """Whether a moderator asked to read such comments before they appear."""
    return mode == Mode.READ_FIRST or (isinstance(author, Member) and is_read_first(author))


def current_mode(thread: Thread) -> str:
    """The mode, unless its time is over."""
    return Mode.OPEN if is_over(thread.mode_until) else thread.mode


def notice_of(thread: Thread | None) -> Thread | None:
    """The thread, where people should know that it does not take comments as usual."""
    return thread if thread and current_mode(thread) != Mode.OPEN else None


def check_member(member: Member) -> None:
    """A ban, a pause, a warning that is not confirmed, or something to agree to."""
    if member.is_banned:
        raise NotAllowed(f"You can no longer write here. {KEPT}")
    if is_paused(member):
        raise NotAllowed(f"You cannot write here{until(member.paused_until)}. {KEPT}")
    if member.is_warned:
        raise Warned(
            "A moderator wrote to you. Please read it first, and say below that you did; then your "
            f"comment is posted. {KEPT}"
        )
    if member.must_agree:
        raise MustAgree(
            "Before your next comment we ask you to agree to something. You find it on your account "
            f"page, under “What you agreed to”. {KEPT}"
        )


def check_gap(thread: Thread, author: Author, recent: Sequence[Recent], *, slow: bool) -> None:
    """Where comments are slowed down, some time has to pass between two of one person."""
    own = gap_of(author) if isinstance(author, Member) else timedelta(0)
    check_since(recent, own, "")
    if slow:
        here = [each for each in recent if each.thread_id == thread.pk]
        check_since(here, timedelta(seconds=thread.gap_seconds), "in this thread ")


def check_since(recent: Sequence[Recent], gap: timedelta, where: str) -> None:
    """Raise `TooSoon` when the newest of these is younger than `gap`."""
    again = recent[0].posted_at + gap if recent else None
    if is_ahead(again):
        raise TooSoon(
            f"Comments are slowed down {where}for a while. You can post again{after(again)}. {KEPT}"
        )


def until(time: datetime | None) -> str:
    """ " until …" with the exact time; "" without one."""
    return f" until {exact_time(time)}" if time and is_ahead(time) else ""


def after(time: datetime | None) -> str:
    """ " after …" with the next full minute, so that who tries then is not told to wait again."""
    return f" after {exact_time(time + timedelta(seconds=59))}" if time else ""
