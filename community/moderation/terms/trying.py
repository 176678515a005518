"""What a list of words would have caught lately, without storing anything."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from community.screening.marking import Piece, marked_paragraphs
from community.screening.records import Context, Reason, Submission, Term
from community.screening.rules import blocked_words
from community.threads.models import Comment

TRIED_TIME = timedelta(days=30)  # what people talk about changes with the seasons
READ_MAX = 5_000  # comments that are read: about a second's work; the newest say the most
SHOWN_MAX = 50  # comments that are shown: who looks at more has seen enough to change the list

State = Comment.State


@dataclass(frozen=True)
class Caught:
    """A comment that the list would have caught, with the words marked."""

    comment: Comment
    words: tuple[str, ...]
    paragraphs: list[list[Piece]]

    @property
    def was_fine(self) -> bool:
        """Whether readers see it today, so that the list would have held honest words."""
        return self.comment.state == State.VISIBLE


@dataclass(frozen=True)
class Trial:
    """What came of it: the comments caught (the newest first), out of how many, by which words.

    `is_partial` says that there were more comments in that time than were read.
    """

    caught: list[Caught]
    count: int
    fine_count: int
    read: int
    is_partial: bool
    words: list[tuple[str, int]]


def try_terms(terms: list[str]) -> Trial:
    """Hold the comments of the last `TRIED_TIME` against a list."""
    context = Context(blocked_terms=tuple(Term(term) for term in terms))
    comments = recent_comments()
    found = [caught for comment in comments[:READ_MAX] if (caught := caught_by(comment, context))]
    counted = Counter(word.casefold() for caught in found for word in caught.words)
    return Trial(
        caught=found[:SHOWN_MAX],
        count=len(found),
        fine_count=sum(caught.was_fine for caught in found),
        read=min(len(comments), READ_MAX),
        is_partial=len(comments) > READ_MAX,
        words=counted.most_common(),
    )


def recent_comments() -> list[Comment]:
    """What people wrote here lately, and one more than is read. What was taken back is theirs."""
    written = Comment.objects.filter(
        created_at__gte=timezone.now() - TRIED_TIME, is_imported=False, erased_at=None
    ).exclude(state=State.WITHDRAWN)
    fields = ("author_name", "body", "state", "created_at")
    return list(written.order_by("-created_at", "-pk").only(*fields)[: READ_MAX + 1])


def caught_by(comment: Comment, context: Context) -> Caught | None:
    """The comment with what the list saw in it, or None."""
    reasons = blocked_words.check(Submission(comment.body, comment.author_name), context)
    if not reasons:
        return None
    return Caught(comment, words_of(reasons), marked(comment.body, reasons))


def words_of(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    """The words as they were written."""
    return tuple(word for reason in reasons for word in reason.words)


def marked(body: str, reasons: tuple[Reason, ...]) -> list[list[Piece]]:
    """The paragraphs in which something was seen."""
    paragraphs = marked_paragraphs(body, [reason.as_json() for reason in reasons])
    return [pieces for pieces in paragraphs if any(piece.is_marked for piece in pieces)]
