"""The list of waiting comments: one page of the queue, with what a line of it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from common.text import excerpt
from community.members.models import Member
from community.moderation.labels import Badge, badges
from community.moderation.places import Place, read_place
from community.moderation.querysets import place_of, queue, queue_from
from community.moderation.waits import wait_in_words
from community.threads.models import Comment

LIST_LENGTH = 20  # what one looks over; the most urgent stand first anyway
BEGINNING = 160  # characters: two lines of the list
LOOKED_AT = 1_000  # characters in which that many can be found, however they are spaced

# What a line needs; the finished HTML of a comment is longer than all of it.
FIELDS = (
    "author", "author_name", "is_imported", "body", "version", "reasons", "urgency",
    "waiting_since",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One line of the list."""

    comment: Comment
    beginning: str
    badges: list[Badge]
    waited: str
    is_own: bool


@dataclass(frozen=True)
class WaitingList:
    """One page of the queue. `begins` is the place it begins at, empty at the beginning."""

    entries: list[Entry]
    begins: str = ""
    more_from: str = ""
    next_after_current: Comment | None = None

    @property
    def first(self) -> Comment | None:
        return self.entries[0].comment if self.entries else None


def read_list(begins: str, moderator: Member, current: Comment | None = None) -> WaitingList:
    """The page that begins at a place; one that begins at `current` if it would be missing."""
    place = read_place(begins)
    rows = read_rows(place)
    if current is not None and is_waiting(current) and current not in rows[:LIST_LENGTH]:
        place = place_of(current)
        rows = read_rows(place)
    now = timezone.now()
    return WaitingList(
        entries=[entry(comment, moderator, now) for comment in rows[:LIST_LENGTH]],
        begins=str(place) if place else "",
        more_from="".join(str(place_of(comment)) for comment in rows[LIST_LENGTH:]),
        next_after_current=following(rows, current),
    )


def read_rows(place: Place | None) -> list[Comment]:
    """The comments of a page, and the first of the next one."""
    rows = queue_from(place) if place else queue()
    return list(rows.only(*FIELDS)[: LIST_LENGTH + 1])


def is_waiting(comment: Comment) -> bool:
    """Whether it stands in the queue."""
    return comment.state == Comment.State.PENDING and comment.waiting_since is not None


def following(rows: Sequence[Comment], current: Comment | None) -> Comment | None:
    """The comment after `current`; the first when that is not among them."""
    keys = [comment.pk for comment in rows]
    after = keys.index(current.pk) + 1 if current and current.pk in keys else 0
    return rows[after] if after < len(rows) else None


def entry(comment: Comment, moderator: Member, now: datetime) -> Entry:
    """What a line says about a comment."""
    is_guest = comment.author_id is None and not comment.is_imported
    marks = badges(comment.reasons, is_guest=is_guest)
    marks += [Badge("Imported")] if comment.is_imported else []
    marks += [Badge("Edited")] if comment.version > 1 else []
    assert comment.waiting_since is not None
    return Entry(
        comment=comment,
        beginning=excerpt(comment.body[:LOOKED_AT], BEGINNING),
        badges=marks,
        waited=wait_in_words((now - comment.waiting_since).total_seconds()),
        is_own=comment.author_id == moderator.pk,
    )


def next_to_decide(place: Place | None, moderator: Member) -> Comment | None:
    """The first after a place that this moderator may decide on; else the most urgent one."""
    waiting = queue().exclude(author=moderator).only("pk")
    later = queue_from(place).exclude(author=moderator).only("pk") if place else waiting
    return later.first() or waiting.first()
