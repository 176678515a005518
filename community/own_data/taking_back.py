"""Taking a person's words and names out of what others wrote: comments, their versions, and what moderators have."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Q

from common.html import comment_html
from community.moderation.models import Appeal, Flag, Note, Notice
from community.own_data.quotes import Source, without_name, without_quotes
from community.threads.actions import write
from community.threads.editing.versions import CommentVersion
from community.threads.holding.models import HeldPost
from community.threads.models import CONVERSATION_TITLE_MAX, Comment, joined_words
from community.threads.placing import refresh
from community.threads.querysets import CommentQuerySet

# Where words of comments, and about people, are kept besides the comments.
COPIES: tuple[tuple[Any, str], ...] = (
    (Flag, "snapshot"),
    (Flag, "words"),
    (Notice, "snapshot"),
    (Notice, "explanation"),
    (Notice, "answer"),
    (Appeal, "words"),
    (Note, "words"),
    (HeldPost, "text"),
)
# What somebody can have typed into a comment, and into a version of it.
TYPED = ("title", "body", "annotation")
TYPED_BEFORE = ("title", "body")
BATCH = 500  # rows looked through at a time


@dataclass(frozen=True)
class Wanted:
    """What somebody takes back: words, names; and which comments are their own, and not touched here.

    `among` says where it is looked for; without it, everywhere.
    """

    source: Source
    names: Sequence[str]
    own: Q
    among: Q = field(default_factory=Q)

    def cleaned(self, text: str) -> str:
        """A text without them."""
        return without_name(without_quotes(text, self.source), self.names)

    def is_in(self, *texts: str) -> bool:
        """Whether there is anything to take out."""
        return any(self.cleaned(text) != text for text in texts if text)


def take_back_words(*, texts: Iterable[str], names: Sequence[str], own: CommentQuerySet) -> int:
    """Take words and names out of the comments of others and their copies; returns how many changed.

    `texts` are what the person wrote, `own` their comments, which are left as they are.
    """
    return take_back(Wanted(Source(texts), names, Q(pk__in=own.values("pk"))))


def texts_of(own: CommentQuerySet) -> Iterator[str]:
    """Everything that these comments say, and said before they were edited."""
    versions = CommentVersion.objects.filter(comment__in=own.values("pk"))
    for rows in (own, versions):
        for title, body in rows.values_list("title", "body").iterator(chunk_size=BATCH):
            yield joined_words(title, body)


def take_back(wanted: Wanted) -> int:
    """Take the words and names out of everything; returns how many texts changed."""
    return take_out_of_comments(wanted) + clean_what_moderators_have(wanted)


def take_out_of_comments(wanted: Wanted) -> int:
    """The same out of comments alone."""
    return sum(clean_comment(key, wanted) for key in others_with(wanted))


def others_with(wanted: Wanted) -> list[int]:
    """Keys of the comments of others that hold something of it, now or in an earlier version."""
    others = Comment.objects.filter(wanted.among, erased_at=None).exclude(wanted.own)
    versions = CommentVersion.objects.filter(comment__in=others)
    found: set[int] = set()
    for rows in (others.values_list("pk", *TYPED), versions.values_list("comment", *TYPED_BEFORE)):
        for key, *texts in rows.iterator(chunk_size=BATCH):
            if key not in found and wanted.is_in(*texts):
                found.add(key)
    return sorted(found)


def clean_comment(key: int, wanted: Wanted) -> int:
    """Take it out of one comment and its earlier versions; returns 1."""
    with transaction.atomic():
        comment = Comment.objects.select_related("thread", "parent", "author").lock(pk=key)
        texts = {name: wanted.cleaned(getattr(comment, name)) for name in TYPED}
        texts["title"] = texts["title"][:CONVERSATION_TITLE_MAX]
        write(comment, **texts, body_html=comment_html(texts["body"]))
        refresh(comment)
        stale = list(versions_with(key, wanted))
        CommentVersion.objects.bulk_update(stale, [*TYPED_BEFORE, "body_html"])
    return 1


def versions_with(key: int, wanted: Wanted) -> Iterator[CommentVersion]:
    """The earlier versions of a comment that hold it, as they are without it."""
    for row in CommentVersion.objects.filter(comment=key):
        if wanted.is_in(row.title, row.body):
            row.title = wanted.cleaned(row.title)[:CONVERSATION_TITLE_MAX]
            row.body = wanted.cleaned(row.body)
            row.body_html = comment_html(row.body)
            yield row


def clean_what_moderators_have(wanted: Wanted) -> int:
    """The same in what was kept of comments with flags and notices, and in what people wrote there."""
    changed = 0
    for model, name in COPIES:
        rows = model.objects.exclude(**{name: ""}).values_list("pk", name)
        for key, text in rows.iterator(chunk_size=BATCH):
            if (left := wanted.cleaned(text)) != text:
                changed += model.objects.filter(pk=key).update(**{name: left})
    return changed
