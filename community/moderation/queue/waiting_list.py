"""The list of waiting comments: one page of the queue, with what a line of it says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from common.text import excerpt
from community.members.models import Member
from community.moderation.claims.actions import being_read_by_others, claim_first, left_by
from community.moderation.decisions.moves import SENDING_BACK
from community.moderation.lanes import lane_of
from community.moderation.models import Claim, Decision, Note
from community.moderation.queue.labels import Badge, badges
from community.moderation.queue.narrowing import Narrowing, narrowed
from community.moderation.queue.places import Place
from community.moderation.queue.querysets import place_of, queue, queue_from
from community.moderation.queue.waits import wait_in_words
from community.moderation.team.reading import read_by
from community.threads.models import Comment

LIST_LENGTH = 20  # what one looks over; the most urgent stand first anyway
CANDIDATES = 50  # others may claim some of them in the same moment, hardly all
EVERYTHING = Narrowing()
BEGINNING = 160  # characters: two lines of the list
LOOKED_AT = 1_000  # characters in which that many can be found, however they are spaced

# What a line needs; the finished HTML of a comment is longer than all of it.
FIELDS = (
    "author", "author_name", "is_imported", "title", "body", "version", "reasons", "urgency",
    "waiting_since", "claim__expires_at", "claim__moderator__pseudonym",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One line of the list."""

    comment: Comment
    beginning: str
    badges: list[Badge]
    waited: str
    is_own: bool
    read_by: str = ""
    is_mine: bool = False

    @property
    def is_hard(self) -> bool:
        """Whether the words may be hard to read, and wait until somebody wants them."""
        return lane_of(self.comment.urgency).key == "crisis"


@dataclass(frozen=True)
class WaitingList:
    """One page of the queue, or of a part of it; `more` is the query of the next page."""

    entries: list[Entry]
    narrowing: Narrowing
    more: str = ""
    next_after_current: Comment | None = None


def read_list(
    narrowing: Narrowing, moderator: Member, current: Comment | None = None
) -> WaitingList:
    """The page that is asked for; one that begins at `current` if it would be missing."""
    rows = read_rows(narrowing, moderator)
    if current is not None and is_waiting(current) and current not in rows[:LIST_LENGTH]:
        narrowing = replace(narrowing, begins=str(place_of(current)))
        rows = read_rows(narrowing, moderator)
    now = timezone.now()
    return WaitingList(
        entries=[entry(comment, moderator, now) for comment in rows[:LIST_LENGTH]],
        narrowing=narrowing,
        more="".join(narrowing.query(begins=str(place_of(last))) for last in rows[LIST_LENGTH:]),
        next_after_current=following(rows, current),
    )


def read_rows(narrowing: Narrowing, moderator: Member) -> list[Comment]:
    """The comments of a page, and the first of the next one."""
    asking = Note.objects.filter(asks_second_opinion=True, comment=OuterRef("pk"))
    newest = Decision.objects.filter(comment=OuterRef("pk")).order_by("-pk").values("kind")[:1]
    rows = narrowed(queue_at(narrowing.place).filter(read_by(moderator)), narrowing).annotate(
        is_asked=Exists(asking), newest_kind=Subquery(newest)
    )
    return list(rows.select_related("claim__moderator").only(*FIELDS)[: LIST_LENGTH + 1])


def is_waiting(comment: Comment) -> bool:
    """Whether it stands in the queue."""
    return comment.waiting_since is not None


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
    if getattr(comment, "newest_kind", None) in SENDING_BACK:
        marks.append(Badge("Sent again"))
    elif comment.version > 1:
        marks.append(Badge("Edited"))
    marks += [Badge("Second opinion asked")] if getattr(comment, "is_asked", False) else []
    assert comment.waiting_since is not None
    reader = reader_of(comment, now)
    return Entry(
        comment=comment,
        beginning=excerpt(comment.words[:LOOKED_AT], BEGINNING),
        badges=marks,
        waited=wait_in_words((now - comment.waiting_since).total_seconds()),
        is_own=comment.author_id == moderator.pk,
        read_by=reader.pseudonym if reader else "",
        is_mine=reader == moderator,
    )


def reader_of(comment: Comment, now: datetime) -> Member | None:
    """Who reads a comment of `read_rows` at the moment."""
    claim: Claim | None = getattr(comment, "claim", None)
    return claim.moderator if claim and claim.expires_at > now else None


def claim_next(
    moderator: Member,
    narrowing: Narrowing = EVERYTHING,
    *,
    after: Place | None = None,
    besides: Comment | None = None,
) -> Comment | None:
    """Claim the first after a place that is free for this moderator; else the most urgent one."""
    places = [after, None] if after else [None]
    for start in places:
        free = narrowed(free_for(moderator, start, besides), narrowing)[:CANDIDATES]
        if comment := claim_first(comments=free, moderator=moderator):
            return comment
    return None


def free_for(
    moderator: Member, place: Place | None = None, besides: Comment | None = None
) -> QuerySet[Comment]:
    """What waits from a place on, and neither is theirs nor being read nor left to others."""
    waiting = queue_at(place).filter(read_by(moderator))
    waiting = waiting.exclude(pk=besides.pk) if besides else waiting
    waiting = waiting.exclude(author=moderator).exclude(being_read_by_others(moderator))
    left = Note.objects.filter(left_by(moderator), comment=OuterRef("pk"))
    return waiting.exclude(Exists(left)).only("author")


def queue_at(place: Place | None) -> QuerySet[Comment]:
    """The queue from a place on, or the whole of it."""
    return queue_from(place) if place else queue()
