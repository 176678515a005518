"""The other answers to the same comment."""

from dataclasses import dataclass, field

from django.db.models import Count, F, Value, Window
from django.db.models.functions import Abs

from community.threads.models import Comment

BESIDE_SHOWN = 4  # the nearest; the thread has them all


@dataclass(frozen=True)
class Beside:
    """The nearest of the other answers that readers see, in their order, and how many there are."""

    comments: list[Comment] = field(default_factory=list)
    count: int = 0

    @property
    def others(self) -> int:
        """How many are not shown."""
        return self.count - len(self.comments)


def read_beside(comment: Comment) -> Beside:
    """The answers beside an answer. What begins a branch has none: those are other talks."""
    if comment.parent_id is None:
        return Beside()
    beside = Comment.objects.visible().filter(thread=comment.thread_id, parent=comment.parent_id)
    nearest = beside.exclude(pk=comment.pk).annotate(
        distance=Abs(F("number") - Value(comment.number)), beside_count=Window(Count("pk"))
    )
    found = list(nearest.defer("piece").order_by("distance", "number")[:BESIDE_SHOWN])
    count: int = getattr(found[0], "beside_count", 0) if found else 0
    return Beside(sorted(found, key=lambda each: each.number), count)
