"""How a thread takes comments: closed, slowed down, read first, or open again.

Always in this order: permission, transaction, change, log row.
"""

from datetime import datetime

from django.db import transaction

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.models import Decision
from community.moderation.sanctions.actions import GAP
from community.moderation.sanctions.ends import check_end
from community.threads.models import Thread
from community.threads.placing import touch_thread
from community.threads.posting.restraints import current_mode

Mode = Thread.Mode

MODE_KINDS = {
    Mode.OPEN: Decision.Kind.OPEN,
    Mode.SLOW: Decision.Kind.SLOW,
    Mode.READ_FIRST: Decision.Kind.READ_FIRST,
    Mode.CLOSED: Decision.Kind.CLOSE,
}


class ModeChanged(NotAllowed):
    """Somebody else decided about the thread after the moderator had looked."""


def set_mode(
    *,
    thread: Thread,
    moderator: Member,
    mode: str,
    words: str = "",
    until: datetime | None = None,
    seen: int | None = None,
) -> Decision:
    """Close a thread, slow it down, read its comments first, or open it again.

    Readers see the mode, its end and the words. `seen` is the newest decision about the thread that
    the moderator knows of (0: none). Raises `NotAllowed` and `ModeChanged`.
    """
    check_may_set(moderator, mode, words, until)
    with transaction.atomic():
        thread = Thread.objects.select_for_update().get(pk=thread.pk)
        check_is_as_seen(thread, seen)
        if mode == Mode.OPEN and current_mode(thread) == Mode.OPEN:
            raise NotAllowed("The thread is open already.")
        store(thread, mode, words.strip(), until)
        touch_thread(thread)
        return Decision.objects.create(
            thread=thread,
            kind=MODE_KINDS[Mode(mode)],
            words=words.strip(),
            moderator=moderator,
            until=thread.mode_until,
        )


def check_may_set(moderator: Member, mode: str, words: str, until: datetime | None) -> None:
    """Moderators only, and readers are told why."""
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators decide about threads.")
    if mode not in MODE_KINDS:
        raise NotAllowed("Please choose how the thread takes comments.")
    if mode != Mode.OPEN and not words.strip():
        raise NotAllowed("Please say why; readers see it above the thread.")
    check_end(until)


def newest_about(thread: Thread) -> Decision | None:
    """The last thing that was decided about a thread."""
    return thread.decisions.select_related("moderator").first()


def check_is_as_seen(thread: Thread, seen: int | None) -> None:
    """Of two moderators the second is told who was first."""
    newest = newest_about(thread)
    if seen is not None and newest is not None and newest.pk > seen:
        name = newest.moderator.pseudonym if newest.moderator else "A rule"
        raise ModeChanged(
            f"{name} decided about this thread while you were writing: "
            f"{newest.get_kind_display().lower()}. Nothing of yours was done. Please look at it, "
            "and decide again if it is still needed."
        )


def store(thread: Thread, mode: str, words: str, until: datetime | None) -> None:
    """Write the mode; an open thread needs no words and no end."""
    is_open = mode == Mode.OPEN
    thread.mode = mode
    thread.mode_until = None if is_open else until
    thread.mode_words = "" if is_open else words
    thread.gap_seconds = int(GAP.total_seconds()) if mode == Mode.SLOW else 0
    thread.save(update_fields=["mode", "mode_until", "mode_words", "gap_seconds"])
