"""Taking somebody's words and names out of what others wrote, and of what moderators keep.

In pieces, so that nobody else waits long; done again, it changes nothing more.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from common.html import comment_html
from community.moderation.models import Appeal, Flag, Note, Notice
from community.own_data.quotes import Source, without_name, without_quotes
from community.threads.actions import write
from community.threads.models import CONVERSATION_TITLE_MAX, Comment, joined_words
from community.threads.placing import refresh
from community.threads.querysets import CommentQuerySet
from community.threads.versions import CommentVersion

# Where words of comments, and about people, are kept besides the comments.
COPIES: tuple[tuple[Any, str], ...] = (
    (Flag, "snapshot"),
    (Flag, "words"),
    (Notice, "snapshot"),
    (Notice, "explanation"),
    (Appeal, "words"),
    (Note, "words"),
)
BATCH = 500  # comments looked through at a time


def take_back_words(*, texts: Iterable[str], names: list[str], own: CommentQuerySet) -> int:
    """Take words and names out of the comments of others and their copies; returns how many changed.

    `texts` are what the person wrote, `own` their comments, which are left as they are.
    """
    source = Source(texts)
    changed = sum(clean_comment(key, source, names) for key in others_with(own, source, names))
    return changed + clean_what_moderators_have(source, names)


def texts_of(own: CommentQuerySet) -> Iterator[str]:
    """Everything that these comments say, and said before they were edited."""
    versions = CommentVersion.objects.filter(comment__in=own.values("pk"))
    for rows in (own, versions):
        for title, body in rows.values_list("title", "body").iterator(chunk_size=BATCH):
            yield joined_words(title, body)


def others_with(own: CommentQuerySet, source: Source, names: list[str]) -> list[int]:
    """Keys of the comments of others, anywhere, that hold words or names, now or in an earlier version."""
    keys = own.values("pk")
    others = Comment.objects.exclude(pk__in=keys).filter(erased_at=None).exclude(body="")
    versions = CommentVersion.objects.exclude(comment__in=keys)
    found: set[int] = set()
    for rows in (
        others.values_list("pk", "title", "body"),
        versions.values_list("comment", "title", "body"),
    ):
        for key, *said in rows.iterator(chunk_size=BATCH):
            if key not in found and [cleaned(text, source, names) for text in said] != said:
                found.add(key)
    return sorted(found)


def clean_comment(key: int, source: Source, names: list[str]) -> int:
    """Take words and names out of one comment and its earlier versions; returns 1 if it changed."""
    stale = list(CommentVersion.objects.filter(comment=key))
    with transaction.atomic():
        comment = Comment.objects.select_related("thread", "parent", "author").lock(pk=key)
        clean_row(comment, source, names)
        write(comment, title=comment.title, body=comment.body, body_html=comment.body_html)
        if comment.is_visible:
            refresh(comment)
        for row in stale:
            clean_row(row, source, names)
        CommentVersion.objects.bulk_update(stale, ["title", "body", "body_html"])
    return 1


def clean_row(row: Comment | CommentVersion, source: Source, names: list[str]) -> None:
    """The same in what one row says; storing it is for the caller."""
    row.title = cleaned(row.title, source, names)[:CONVERSATION_TITLE_MAX]
    body = cleaned(row.body, source, names)
    if body != row.body:
        row.body, row.body_html = body, comment_html(body)


def clean_what_moderators_have(source: Source, names: list[str]) -> int:
    """The same in what was kept of comments with flags and notices, and in what people wrote there."""
    changed = 0
    for model, field in COPIES:
        rows = model.objects.exclude(**{field: ""}).values_list("pk", field)
        for key, text in rows.iterator(chunk_size=BATCH):
            if (left := cleaned(text, source, names)) != text:
                changed += model.objects.filter(pk=key).update(**{field: left})
    return changed


def cleaned(text: str, source: Source, names: list[str]) -> str:
    """A text without the person's words and names."""
    return without_name(without_quotes(text, source), names)
