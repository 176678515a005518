"""Storing many comments of a thread at once: for imports, samples and measuring."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import F

from articles.models import Article
from community.threads.indexing import index_comments
from community.threads.models import Comment, Thread
from community.threads.placing import placement_of, take_numbers
from community.threads.rendering import render_piece
from community.threads.tree import DIGITS, OPEN_REPLIES, ancestors, place

BATCH = 500  # rows a statement: large enough to be quick, small enough for every database
STATES_SHOWN = (Comment.State.VISIBLE,)


@dataclass
class NewComment:
    """A comment to store. `parent` is another of the same batch, or one that is stored already."""

    body: str
    body_html: str
    author_name: str
    created_at: datetime
    parent: "NewComment | Comment | None" = None
    state: str = Comment.State.VISIBLE
    fields: dict[str, Any] = field(default_factory=dict)
    stored: Comment | None = None
    thread: Thread | None = None


def store_comments(thread: Thread, new: Sequence[NewComment]) -> list[Comment]:
    """Store comments in the order given, parents before replies. Call inside a transaction.

    Counts, placements and pieces come out as if each had been posted by itself.
    """
    if not new:
        return []
    first = take_numbers(thread, len(new))
    known = {comment.path: comment for comment in parents_of(new)}
    for number, item in enumerate(new, first):
        item.stored = unsaved(thread, number, item)
        known[item.stored.path] = item.stored
        settle(item.stored, known)
    save(new)
    stored = [item.stored for item in new if item.stored]
    update_counts(thread, known.values(), stored)
    index_comments(comment for comment in stored if comment.is_visible)
    return stored


def parents_of(new: Iterable[NewComment]) -> list[Comment]:
    """The stored comments above those that are new."""
    direct = [item.parent for item in new if isinstance(item.parent, Comment)]
    numbers = {int(path[-DIGITS:]) for c in direct for path in [*ancestors(c.path), c.path]}
    if not direct:
        return []
    return list(Comment.objects.filter(thread=direct[0].thread_id, number__in=numbers))


def unsaved(thread: Thread, number: int, item: NewComment) -> Comment:
    """The row of a new comment, at its place."""
    parent = item.parent.stored if isinstance(item.parent, NewComment) else item.parent
    spot = place(number, parent.path if parent else "")
    return Comment(
        thread=thread,
        number=spot.number,
        path=spot.path,
        depth=spot.depth,
        root_number=spot.root_number,
        body=item.body,
        body_html=item.body_html,
        author_name=item.author_name,
        created_at=item.created_at,
        state=item.state,
        **item.fields,
    )


def settle(comment: Comment, known: dict[str, Comment]) -> None:
    """Count a visible comment above itself, and decide whether it is folded away."""
    above = [known[path] for path in ancestors(comment.path)]
    if above:
        full = above[0].visible_below >= OPEN_REPLIES
        comment.is_folded = above[-1].is_folded or full
    if comment.state == Comment.State.VISIBLE:
        for other in above:
            other.visible_below += 1


def save(new: Sequence[NewComment]) -> None:
    """Insert level by level, because a reply needs the key of its parent."""
    by_depth = sorted(new, key=lambda item: item.stored.depth if item.stored else 0)
    for _, level in groupby(by_depth, key=lambda item: item.stored.depth if item.stored else 0):
        rows = []
        for item in level:
            parent = item.parent.stored if isinstance(item.parent, NewComment) else item.parent
            assert item.stored is not None
            item.stored.parent = parent
            item.stored.placement = placement_of(item.stored)
            item.stored.piece = render_piece(item.stored)
            rows.append(item.stored)
        Comment.objects.bulk_create(rows, batch_size=BATCH)


def update_counts(thread: Thread, known: Iterable[Comment], new: Sequence[Comment]) -> None:
    """Write the counts of the comments above, of the thread and of the article."""
    fresh = {comment.pk for comment in new}
    older = [comment for comment in known if comment.pk not in fresh]
    for comment in older:
        comment.placement = placement_of(comment)
    Comment.objects.bulk_update(older, ["visible_below", "placement"], batch_size=BATCH)
    shown = [comment for comment in new if comment.state in STATES_SHOWN]
    # An old comment without a date came in now, but nobody is talking now.
    dated = [comment.created_at for comment in shown if comment.is_dated]
    latest = max(dated, default=thread.last_comment_at)
    Thread.objects.filter(pk=thread.pk).update(
        version=F("version") + 1,
        comment_count=F("comment_count") + len(shown),
        last_comment_at=max(filter(None, (latest, thread.last_comment_at)), default=None),
    )
    count = F("comment_count") + len(shown)
    assert thread.article_id, "comments are brought in below articles only"
    Article.objects.filter(pk=thread.article_id).update(comment_count=count)
