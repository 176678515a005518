"""Which comments a page reads."""

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from community.members.models import Member
    from community.threads.models import Comment


class CommentQuerySet(models.QuerySet["Comment"]):
    """Questions asked of the comments."""

    def visible(self) -> "CommentQuerySet":
        """What every reader may see."""
        return self.filter(state="visible")

    def pending(self) -> "CommentQuerySet":
        """What readers do not see until a moderator has read it."""
        return self.filter(state="pending")

    def waiting(self) -> "CommentQuerySet":
        """What stands in the queue: pending words, and visible ones that readers flagged."""
        return self.filter(waiting_since__isnull=False)

    def on_pages(self, thread_id: "int | models.OuterRef") -> "CommentQuerySet":
        """What the pages of a thread show: everything that is not behind "Show more"."""
        return self.filter(thread=thread_id, placement=1)

    def on_branch_pages(self, thread_id: int) -> "CommentQuerySet":
        """What the pages of a single branch show."""
        return self.filter(thread=thread_id, placement__gt=0)

    def written_by(self, author: "Member") -> "CommentQuerySet":
        """Everything a member wrote, newest first."""
        return self.filter(author=author).order_by("-created_at", "-pk")

    def lock(self, **lookup: Any) -> "Comment":
        """The comment, locked until the transaction ends (SQLite locks the whole database)."""
        return self.select_for_update(of=("self",)).get(**lookup)
