"""What keeps the place of a branch that was moved, and names the thread where the branch stands now.

The title is part of the stored piece, so pieces are made anew where a title changes, and where what a
pointer leads to, or the pointer itself, goes on to another thread.
"""

from django.db.models import F, Q

from articles.models import Article
from community.members.statements import change_many
from community.threads.models import Comment, Thread
from community.threads.querysets import CommentQuerySet
from community.threads.reading.statements import STORE_PIECE
from community.threads.rendering import render_pointer


def renew_pointers(article: Article) -> None:
    """Make the pointers anew that lead to the thread of an article or stand in it. Call inside a
    transaction. The kept pages of the threads in which one changed end here.
    """
    renew(pointers_of(thread__article=article))


def renew_pointers_of_thread(thread: Thread) -> None:
    """The same for any thread."""
    renew(pointers_of(thread=thread))


def renew(pointers: CommentQuerySet) -> None:
    """Make these pointers anew, where they would say something else by now."""
    named = Comment.objects.select_related("moved_to__thread__article")
    rows = named.select_for_update(of=("self",)).filter(pk__in=pointers.values("pk"))
    changed = [(row, piece) for row in rows.order_by("pk") if (piece := anew(row)) != row.piece]
    change_many(STORE_PIECE, [(piece, row.pk) for row, piece in changed])
    threads = {row.thread_id for row, _ in changed}
    Thread.objects.filter(pk__in=threads).update(version=F("version") + 1)


def anew(pointer: Comment) -> str:
    """The piece as it has to be now."""
    assert pointer.moved_to is not None
    return render_pointer(pointer, pointer.moved_to.thread)


def pointers_of(**which: Article | Thread) -> CommentQuerySet:
    """The pointers that lead to such a thread, and those that stand in it."""
    lead_there = Q(**{f"moved_to__{name}": value for name, value in which.items()})
    return Comment.objects.filter(lead_there | Q(**which), moved_to__isnull=False)


def threads_with_pointers(article: Article) -> list[int]:
    """Keys of the threads in which such pointers stand."""
    found = pointers_of(thread__article=article).order_by()
    return list(found.values_list("thread", flat=True).distinct())
