"""Taking a person's words and names out of what others wrote: comments, their versions, and what moderators have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Q

from common.html import comment_html
from community.own_data.copies import clean_copies
from community.own_data.names import Names
from community.own_data.quotes import Source, without_quotes
from community.threads.actions import write
from community.threads.editing.versions import CommentVersion
from community.threads.models import CONVERSATION_TITLE_MAX, Comment, joined_words
from community.threads.placing import refresh
from community.threads.querysets import CommentQuerySet

# What somebody can have typed into a comment, and into a version of it.
TYPED = ("title", "body", "annotation")
TYPED_BEFORE = ("title", "body")
BATCH = 500  # rows looked through at a time


@dataclass(frozen=True)
class Wanted:
    """What somebody takes back: words, names; and which comments are their own, and not touched here.

    `among` says in which comments it is looked for; without it, in all. `threads` are those in which the
    person took part; None: all that are looked at.
    """

    source: Source = field(default_factory=lambda: Source(()))
    names: Names = field(default_factory=Names)
    own: Q = field(default_factory=lambda: Q(pk__in=()))
    among: Q = field(default_factory=Q)
    threads: frozenset[int] | None = None

    def cleaned(self, text: str, thread: int | None) -> str:
        """A text of a thread (None: of none) without them."""
        left = without_quotes(text, self.source) if self.source.long or self.source.short else text
        return self.names.without(left, theirs=self.threads is None or thread in self.threads)

    def is_in(self, thread: int | None, *texts: str) -> bool:
        """Whether there is anything to take out."""
        return any(self.cleaned(text, thread) != text for text in texts if text)


def threads_of(own: CommentQuerySet) -> frozenset[int]:
    """The threads in which these comments stand."""
    return frozenset(own.order_by().values_list("thread", flat=True).distinct())


def texts_of(own: CommentQuerySet) -> Iterator[str]:
    """Everything that these comments say, and said before they were edited."""
    versions = CommentVersion.objects.filter(comment__in=own.values("pk"))
    for rows in (own, versions):
        for title, body in rows.values_list("title", "body").iterator(chunk_size=BATCH):
            yield joined_words(title, body)


def take_back(wanted: Wanted) -> int:
    """Take the words and names out of everything; returns how many texts changed."""
    return take_out_of_comments(wanted) + clean_copies(wanted.cleaned)


def take_out_of_comments(wanted: Wanted) -> int:
    """The same out of comments alone."""
    return sum(clean_comment(key, wanted) for key in others_with(wanted))


def others_with(wanted: Wanted) -> list[int]:
    """Keys of the comments of others that hold something of it, now or in an earlier version."""
    others = Comment.objects.filter(wanted.among, erased_at=None).exclude(wanted.own)
    versions = CommentVersion.objects.filter(comment__in=others)
    found: set[int] = set()
    for rows in (
        others.values_list("pk", "thread", *TYPED),
        versions.values_list("comment", "comment__thread", *TYPED_BEFORE),
    ):
        for key, thread, *texts in rows.iterator(chunk_size=BATCH):
            if key not in found and wanted.is_in(thread, *texts):
                found.add(key)
    return sorted(found)


def clean_comment(key: int, wanted: Wanted) -> int:
    """Take it out of one comment and its earlier versions; returns 1."""
    with transaction.atomic():
        comment = Comment.objects.select_related("thread", "parent", "author").lock(pk=key)
        thread = comment.thread_id
        texts = {name: wanted.cleaned(getattr(comment, name), thread) for name in TYPED}
        texts["title"] = texts["title"][:CONVERSATION_TITLE_MAX]
        reasons = [without_words(reason, thread, wanted) for reason in comment.reasons]
        write(comment, **texts, body_html=comment_html(texts["body"]), reasons=reasons)
        refresh(comment)
        stale = list(versions_with(comment, wanted))
        CommentVersion.objects.bulk_update(stale, [*TYPED_BEFORE, "body_html"])
    return 1


def without_words(reason: dict[str, Any], thread: int, wanted: Wanted) -> dict[str, Any]:
    """A reason of screening without it in the words that were seen; where these stood, they are looked for."""
    if "words" not in reason:
        return reason
    return reason | {"words": [wanted.cleaned(word, thread) for word in reason["words"]]}


def versions_with(comment: Comment, wanted: Wanted) -> Iterator[CommentVersion]:
    """The earlier versions of a comment that hold it, as they are without it."""
    thread = comment.thread_id
    for row in CommentVersion.objects.filter(comment=comment):
        if wanted.is_in(thread, row.title, row.body):
            row.title = wanted.cleaned(row.title, thread)[:CONVERSATION_TITLE_MAX]
            row.body = wanted.cleaned(row.body, thread)
            row.body_html = comment_html(row.body)
            yield row


def words_and_names(
    *, texts: Iterable[str], names: Names, own: CommentQuerySet, keeps_own: bool = True
) -> Wanted:
    """What a member takes back everywhere: `texts` are what they wrote, `own` their comments.

    These are left as they are, unless they stay without the name (`keeps_own`).
    """
    mine = Q(pk__in=own.values("pk")) if keeps_own else Q(pk__in=())
    return Wanted(Source(texts), names, own=mine, threads=threads_of(own))
