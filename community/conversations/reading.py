"""Lists of conversations: pinned ones first, then those in which somebody wrote last."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from articles.models import Topic
from common.text import excerpt
from community.members.models import Member
from community.threads.models import Comment, Thread
from community.threads.querysets import ThreadQuerySet

LIST_LENGTH = 20  # about six screens of a phone
PINNED_SHOWN = 5  # more than a handful above everything else would be the list itself
EXCERPT = 180  # characters of the first words: two lines of a wide screen
KEY_DIGITS_MAX = 18  # a key of the database has no more


@dataclass(frozen=True)
class Listed:
    """A conversation as it stands in a list."""

    thread: Thread
    begins: str
    by: str


@dataclass(frozen=True)
class ConversationList:
    """One page of a list; `pinned` only on the first. `after` begins the next page, 0 at the end."""

    pinned: list[Listed]
    listed: list[Listed]
    after: int = 0
    is_later: bool = False

    def __bool__(self) -> bool:
        return bool(self.pinned or self.listed)


def shown_conversations(reader: Member | None, topic: Topic | None = None) -> ThreadQuerySet:
    """The conversations that a reader finds in lists."""
    found = Thread.objects.conversations().open_to(reader).exclude(shown_title="")
    return found.filter(topic=topic) if topic else found


def read_list(
    reader: Member | None, *, topic: Topic | None = None, after: str = "", length: int = LIST_LENGTH
) -> ConversationList:
    """A page of the list that begins behind the conversation with the key `after`."""
    shown = shown_conversations(reader, topic).select_related("topic")
    last = last_of(shown, after)
    pinned = (
        [] if last else list(shown.exclude(pinned_at=None).order_by("-pinned_at")[:PINNED_SHOWN])
    )
    rest = shown.exclude(pk__in=[thread.pk for thread in pinned])
    if last:
        rest = rest.filter(behind(last))
    found = list(rest.order_by("-last_comment_at", "-pk")[: length + 1])
    page = found[:length]
    entries = listed([*pinned, *page])
    return ConversationList(
        pinned=entries[: len(pinned)],
        listed=entries[len(pinned) :],
        after=page[-1].pk if len(found) > length else 0,
        is_later=last is not None,
    )


def last_of(shown: ThreadQuerySet, after: str) -> Thread | None:
    """The conversation that an address names as the last one seen."""
    if not (after.isascii() and after.isdecimal()) or len(after) > KEY_DIGITS_MAX:
        return None
    return shown.filter(pk=int(after)).first()


def behind(last: Thread) -> Q:
    """What stands behind a conversation in the list."""
    earlier = Q(last_comment_at__lt=last.last_comment_at)
    return earlier | Q(last_comment_at=last.last_comment_at, pk__lt=last.pk)


def listed(threads: Iterable[Thread]) -> list[Listed]:
    """The conversations with who began them and how they begin, in two statements however many."""
    rows = list(threads)
    openings = Comment.objects.filter(thread__in=rows, is_opening=True)
    known = {each.thread_id: each for each in openings.only("thread", "author_name", "body")}
    return [
        Listed(thread, excerpt(known[thread.pk].body, EXCERPT), known[thread.pk].author_name)
        for thread in rows
        if thread.pk in known
    ]
