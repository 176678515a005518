"""The other answers to the same comment."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet, Value, Window
from django.db.models.functions import Abs

from community.members.models import Member
from community.moderation.team.reading import read_by
from community.threads.models import Comment

BESIDE_SHOWN = 4  # the nearest; the thread has them all
# What a line needs; the finished HTML of a comment is longer than all of it.
FIELDS = ("author_name", "body", "created_at", "is_dated", "number", "state")
State = Comment.State


@dataclass(frozen=True)
class Beside:
    """The nearest of the other answers, those before it and those after, and how many there are."""

    before: Sequence[Comment] = ()
    after: Sequence[Comment] = ()
    count: int = 0

    @property
    def others(self) -> int:
        """How many are not shown."""
        return self.count - len(self.before) - len(self.after)


def read_beside(comment: Comment, moderator: Member) -> Beside:
    """The answers beside an answer. What begins a branch has none: those are other talks."""
    if comment.parent_id is None:
        return Beside()
    nearest = readable_beside(comment, moderator).annotate(
        distance=Abs(F("number") - Value(comment.number)), beside_count=Window(Count("pk"))
    )
    found = list(nearest.only(*FIELDS).order_by("distance", "number")[:BESIDE_SHOWN])
    count: int = getattr(found[0], "beside_count", 0) if found else 0
    found.sort(key=lambda each: each.number)
    before = [each for each in found if each.number < comment.number]
    return Beside(before, found[len(before) :], count)


def readable_beside(comment: Comment, moderator: Member) -> QuerySet[Comment]:
    """What readers see, and what this moderator may read besides; no words that were taken back."""
    beside = Comment.objects.filter(thread=comment.thread_id, parent=comment.parent_id)
    gone = Q(state=State.WITHDRAWN) | Q(erased_at__isnull=False) | Q(moved_to__isnull=False)
    theirs = read_by(moderator)
    may_be_read = theirs | Q(state=State.VISIBLE) if theirs else theirs
    return beside.filter(may_be_read).exclude(gone).exclude(pk=comment.pk)
