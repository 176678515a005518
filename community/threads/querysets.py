"""Which comments a page reads."""

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from community.members.models import Member
    from community.threads.models import Comment, Thread


class CommentQuerySet(models.QuerySet["Comment"]):
    """Questions asked of the comments."""

    def visible(self) -> "CommentQuerySet":
        """What every reader may see."""
        return self.filter(state="visible")

    def pending(self) -> "CommentQuerySet":
        """What waits for a moderator."""
        return self.filter(state="pending")

    def open_page(
        self, thread: "Thread", *, start: str, newest: bool, limit: int
    ) -> "CommentQuerySet":
        """One index range: the unfolded comments from the root path `start` on, either way."""
        rows = self.filter(thread=thread, placement=1)
        if newest:
            rows = rows.filter(path__lt=start) if start else rows
            return rows.order_by("-path")[:limit]
        return rows.filter(path__gte=start).order_by("path")[:limit]

    def branch_page(
        self, thread: "Thread", *, start: str, end: str, limit: int
    ) -> "CommentQuerySet":
        """One index range: every shown comment of a branch from `start` on."""
        rows = self.filter(thread=thread, placement__gt=0, path__gte=start, path__lt=end)
        return rows.order_by("path")[:limit]

    def written_by(self, author: "Member") -> "CommentQuerySet":
        """Everything a member wrote, newest first."""
        return self.filter(author=author).order_by("-created_at", "-pk")

    def lock(self, **lookup: Any) -> "Comment":
        """The comment, locked until the transaction ends (SQLite locks the whole database)."""
        return self.select_for_update(of=("self",)).get(**lookup)
