"""The whole index beside everything that readers can see: comparing, mending, building.

In batches, each in a transaction of its own, so that people go on posting meanwhile.
"""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import QuerySet

from articles.index.comparing import (
    Difference,
    check_text,
    compare,
    is_behind,
    mend,
    note_built,
    rebuild_text,
)
from articles.index.entries import KEY_BITS, Kind
from articles.library.indexing import article_entry
from articles.models import Article
from community.threads.indexing import comment_entry, is_findable
from community.threads.models import Comment

BATCH = 500  # rows a transaction: a writer waits for a fraction of a second at most
LAST_KEY = 2**KEY_BITS - 1
COMMENT_FIELDS = (
    "state", "body", "body_html", "author_name", "created_at", "is_dated", "title",
    "thread__article_id", "thread__topic_id", "thread__audience",
)  # fmt: skip


def check_index() -> list[Difference]:
    """What of the index is wrong; an empty list is good. Raises DatabaseError where SQLite's
    full-text index itself differs from the entries.
    """
    check_text()
    return [found for reading in READINGS for found in reading(mending=False) if found]


def rebuild_index() -> int:
    """Make the index right, whatever state it is in; returns how many entries were not."""
    mended = sum(len(found) for reading in READINGS for found in reading(mending=True))
    note_built()
    return mended


def rebuild_from_scratch() -> int:
    """The same, and SQLite's full-text index is made anew first."""
    rebuild_text()
    return rebuild_index()


def keep_index() -> int:
    """Build the index where that was never done, or not by the rules of this release."""
    return rebuild_index() if is_behind() else 0


def read_articles(*, mending: bool) -> Iterator[Difference]:
    """Differences among the articles, batch by batch."""
    articles = Article.objects.select_related("source")
    for first, last in ranges(Article.objects.all()):
        with transaction.atomic():
            rows = articles.filter(pk__range=(first, last))
            rows = rows.select_for_update(of=("self",)) if mending else rows
            seen = (article_entry(row) for row in rows if row.is_published)
            found = compare(Kind.ARTICLE, first, last, seen)
            settle(found, mending)
        yield found


def read_comments(*, mending: bool) -> Iterator[Difference]:
    """Differences among the comments, batch by batch."""
    comments = Comment.objects.select_related("thread")
    comments = comments.only(*COMMENT_FIELDS)
    for first, last in ranges(Comment.objects.all()):
        with transaction.atomic():
            rows = comments.filter(pk__range=(first, last))
            rows = rows.select_for_update(of=("self",)) if mending else rows
            seen = (comment_entry(row) for row in rows if is_findable(row))
            found = compare(Kind.COMMENT, first, last, seen)
            settle(found, mending)
        yield found


READINGS = (read_articles, read_comments)


def settle(found: Difference, mending: bool) -> None:
    """Mend what was found, if that is wanted."""
    if mending:
        mend(found)


def ranges(things: QuerySet) -> Iterator[tuple[int, int]]:  # type: ignore[type-arg]
    """Spans of keys with at most `BATCH` rows in each; together they hold every key there can be."""
    last = 0
    while True:
        keys = things.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)
        batch = list(keys[:BATCH])
        if len(batch) < BATCH:
            yield last + 1, LAST_KEY
            return
        yield last + 1, batch[-1]
        last = batch[-1]
