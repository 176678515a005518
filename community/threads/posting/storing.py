"""A new comment: its row with all that needs no lock, and its place in the thread."""

from typing import Any

from django.utils import timezone

from common.proofs import new_salt
from community.members.models import Member
from community.members.statements import fetch
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.screening.records import Verdict
from community.threads.indexing import index_comment
from community.threads.models import Comment, Thread
from community.threads.placing import count_above, settle_folding, settle_title, take_numbers
from community.threads.posting import public_notice
from community.threads.posting.restraints import NotAllowed
from community.threads.posting.submissions import Author, author_name
from community.threads.posting.verdicts import waiting
from community.threads.reading.statements import FIND_PLACE, insert_comment
from community.threads.rendering import render_piece
from community.threads.second_thoughts.choice import appearance
from community.threads.tree import depth_below, place

Kind, State = OutboxEvent.Kind, Comment.State


def unplaced(
    thread: Thread, parent: Comment | None, author: Author, verdict: Verdict, **written: Any
) -> Comment:
    """The comment with all that needs no lock on its thread."""
    now = timezone.now()
    comment = Comment(
        thread=thread,
        parent=parent,
        depth=depth_below(parent.path if parent else ""),
        author_name=author_name(author),
        created_at=now,
        **written,
        **signature(author),
        **waiting(verdict, now),
    )
    if verdict.verdict == "allow":
        comment.appears_at = appearance(comment.author)
    if verdict.verdict == "allow" and comment.appears_at is None:
        comment.state = State.VISIBLE
        comment.piece = render_piece(comment)
    return comment


def put_in_place(comment: Comment) -> None:
    """Store a new comment at its place with its outbox row, and count it if it is visible."""
    counts = comment.is_visible and not comment.is_opening
    number = take_numbers(comment.thread, shown=int(counts))
    if comment.parent:
        check_stands_still(comment.parent)
    spot = place(number, comment.parent.path if comment.parent else "")
    comment.number, comment.path, comment.root_number = spot.number, spot.path, spot.root_number
    if comment.is_visible:
        settle_folding(comment)
    insert_comment(comment)
    if comment.is_visible:
        count_above(comment, +1)
        index_comment(comment)
        if comment.is_opening:
            settle_title(comment)
    record_event(kind=Kind.COMMENT_POSTED, subject_id=comment.pk)


def check_stands_still(parent: Comment) -> None:
    """The thread is locked now: nobody moves the comment that is answered any more."""
    if fetch(FIND_PLACE, parent.pk) != [(parent.thread_id, parent.path)]:
        raise NotAllowed("The comment you answer was moved just now. Your words are kept below.")


def signature(author: Author) -> dict[str, Any]:
    """Fields that say who wrote it."""
    if isinstance(author, Member):
        return {"author": author}
    return {
        "author_email": author.email,
        "receipt_salt": new_salt(),
        "public_notice": public_notice.NUMBER,
    }
