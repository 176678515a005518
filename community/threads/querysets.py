"""Which comments a page reads."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from community.members.models import Member
    from community.threads.models import Comment, Thread  # noqa: F401 - named in a string


# Articles that have a page: published ones, and withdrawn ones, which keep their discussion.
ADDRESSABLE = ("published", "withdrawn")


def open_threads(reader: "Member | None", states: Sequence[str], thread: str = "") -> models.Q:
    """The threads whose page this reader may open; `thread` leads to them, as in "thread__".

    Below an article everybody may read. A conversation is there for its audience, from when a moderator let it
    appear, and after its opening was taken away for as long as there are comments in it.
    """
    named = {
        "below": f"{thread}article__state__in",
        "article": f"{thread}article",
        "title": f"{thread}shown_title",
        "count": f"{thread}comment_count__gt",
        "audience": f"{thread}audience",
    }
    shown = ~models.Q(**{named["title"]: ""}) | models.Q(**{named["count"]: 0})
    conversation = models.Q(**{named["article"]: None}) & shown
    if reader is None:
        conversation &= models.Q(**{named["audience"]: "everyone"})
    return models.Q(**{named["below"]: states}) | conversation


class ThreadQuerySet(models.QuerySet["Thread"]):
    """Questions asked of the threads."""

    def open_to(self, reader: "Member | None") -> "ThreadQuerySet":
        """Below published articles, and conversations that a reader may open (None: not signed in)."""
        return self.filter(open_threads(reader, ("published",)))

    def conversations(self) -> "ThreadQuerySet":
        """Those that members began."""
        return self.filter(article=None)


class CommentQuerySet(models.QuerySet["Comment"]):
    """Questions asked of the comments."""

    def visible(self) -> "CommentQuerySet":
        """What every reader may see."""
        return self.filter(state="visible")

    def open_to(self, reader: "Member | None") -> "CommentQuerySet":
        """What a reader may see (None: not signed in): visible, where they may read."""
        return self.visible().filter(open_threads(reader, ("published",), "thread__"))

    def addressable_to(self, reader: "Member | None") -> "CommentQuerySet":
        """The same, with what stands below withdrawn articles, whose pages are kept."""
        return self.visible().filter(open_threads(reader, ADDRESSABLE, "thread__"))

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
