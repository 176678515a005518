"""Giving comments their place, and showing or hiding them. Call inside a transaction.

Everything a page needs is counted here, when something changes, and never when it is read.
"""

from django.db import models
from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.models import Article
from community.members.statements import change, fetch, stored_time
from community.threads.indexing import index_comment
from community.threads.models import Comment, Thread
from community.threads.reading.statements import (
    COUNT_ON_ARTICLE,
    LAST_NUMBER,
    TAKE_NUMBERS,
    TOUCH_THREAD,
)
from community.threads.rendering import PIECES_VERSION, render_piece
from community.threads.tree import DIGITS, NUMBER_MAX, OPEN_REPLIES, ancestors

Placement, State = Comment.Placement, Comment.State


class ThreadFull(Exception):
    """The thread has given out its last number."""


def open_thread(article: Article) -> Thread:
    """The thread under an article, made when there is none yet."""
    return Thread.objects.get_or_create(
        article=article, defaults={"pieces_version": PIECES_VERSION}
    )[0]


def stored_thread(thread: Thread) -> Thread:
    """The thread; below an article the first comment, or a decision about it, begins it."""
    if thread.pk or thread.article is None:
        return thread
    return open_thread(thread.article)


def take_numbers(thread: Thread, count: int = 1, *, shown: int = 0) -> int:
    """Reserve `count` numbers and return the first; other writers to this thread wait.

    Where `shown` of them become visible in the same step, the counts are raised with them.
    """
    if shown:
        touch_thread(thread, shown, numbers=count)
    else:
        change(TAKE_NUMBERS, count, thread.pk)
    last: int = fetch(LAST_NUMBER, thread.pk)[0][0]
    if last > NUMBER_MAX:
        raise ThreadFull
    return last - count + 1


def show(comment: Comment) -> None:
    """Make a comment visible: its piece, its placement, the counts above it."""
    if comment.state == State.VISIBLE:
        raise ValueError("is visible already")
    comment.state, comment.appears_at = State.VISIBLE, None
    comment.piece = render_piece(comment)
    settle_folding(comment)
    comment.save(update_fields=["state", "appears_at", "is_folded", "placement", "piece"])
    index_comment(comment)
    if comment.is_opening:
        settle_title(comment)
        return
    count_above(comment, +1)
    touch_thread(comment.thread, added=1)


def settle_folding(comment: Comment) -> None:
    """Whether a visible comment stands open or folded; storing and counting is for the caller."""
    comment.is_folded = comment.is_folded or belongs_folded(comment)
    comment.placement = placement_of(comment)


def hide(comment: Comment, state: str) -> None:
    """Take a comment from readers. With replies below, honest words keep its place."""
    was_visible, was_placed = comment.state == State.VISIBLE, comment.placement
    comment.state, comment.appears_at = state, None
    comment.placement = placement_of(comment)
    comment.piece = render_piece(comment)
    comment.save(update_fields=["state", "appears_at", "placement", "piece"])
    index_comment(comment)
    if comment.is_opening:
        settle_title(comment)
        return
    if was_visible:
        count_above(comment, -1)
    if was_placed:
        touch_thread(comment.thread, added=-1 if was_visible else 0)


def refresh(comment: Comment) -> None:
    """Make the piece anew, and what search knows, after words, a name, a badge or a note changed."""
    comment.piece = render_piece(comment)
    comment.save(update_fields=["piece"])
    index_comment(comment)
    if comment.is_opening:
        settle_title(comment)
    else:
        touch_thread(comment.thread)


def settle_title(opening: Comment) -> None:
    """Say above a conversation what its opening says now, and nothing where readers do not see it."""
    thread = opening.thread
    thread.shown_title = opening.title if opening.is_visible else ""
    begun = timezone.now() if opening.is_visible else None
    Thread.objects.filter(pk=thread.pk).update(
        shown_title=thread.shown_title,
        version=F("version") + 1,
        last_comment_at=Coalesce("last_comment_at", Value(begun, models.DateTimeField())),
    )


def comments_above(comment: Comment) -> QuerySet[Comment]:
    """The comments above, the root first."""
    numbers = [int(path[-DIGITS:]) for path in ancestors(comment.path)]
    return Comment.objects.filter(thread=comment.thread_id, number__in=numbers).order_by("path")


def belongs_folded(comment: Comment) -> bool:
    """Behind "Show more": when its branch is full, or what it answers is there already."""
    if comment.depth == 0:
        return False
    above = list(comments_above(comment))
    return above[-1].is_folded or above[0].visible_below >= OPEN_REPLIES


def placement_of(comment: Comment) -> int:
    """Where readers find it: visible ones, and gaps that still have visible replies.

    The opening of a conversation is not among the comments: it stands above them.
    """
    if comment.is_opening:
        return Placement.NOWHERE
    if comment.state != State.VISIBLE and not comment.visible_below:
        return Placement.NOWHERE
    return Placement.FOLDED if comment.is_folded else Placement.OPEN


def count_above(comment: Comment, change: int) -> None:
    """Add to the counts of visible replies above, and let gaps come and go with them."""
    if comment.depth == 0:
        return
    above = comments_above(comment).order_by()
    above.update(visible_below=F("visible_below") + change)
    gaps = above.exclude(state=State.VISIBLE)
    if change > 0:
        shown = Case(
            When(is_folded=True, then=Value(Placement.FOLDED)), default=Value(Placement.OPEN)
        )
        gaps.filter(placement=Placement.NOWHERE).update(placement=shown)
    else:
        gaps.filter(visible_below=0).update(placement=Placement.NOWHERE)


def touch_thread(thread: Thread, added: int = 0, *, numbers: int = 0) -> None:
    """A new version of the thread, with `added` comments more; kept pages end here."""
    commented_at = stored_time(timezone.now() if added > 0 else None)
    change(TOUCH_THREAD, numbers, added, commented_at, thread.pk)
    if added and thread.article_id:
        change(COUNT_ON_ARTICLE, added, thread.article_id)
