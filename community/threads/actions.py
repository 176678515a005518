"""What people do with comments: post, edit, withdraw, erase.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from common.html import comment_html
from common.proofs import new_salt
from common.text import normalise
from community.members.models import Member
from community.members.statements import fetch
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.screening.records import Verdict
from community.threads.blanks import read_first
from community.threads.indexing import index_comment
from community.threads.models import Comment, Thread
from community.threads.placing import (
    count_above,
    hide,
    refresh,
    settle_folding,
    settle_title,
    take_numbers,
)
from community.threads.rendering import render_piece
from community.threads.restraints import NotAllowed, TooSoon, check_edit, check_restraints
from community.threads.statements import FIND_PLACE, insert_comment
from community.threads.submissions import (
    Author,
    author_name,
    recent_comments,
    submission_key,
)
from community.threads.tree import depth_below, place
from community.threads.verdicts import screened, still_flagged, waiting
from community.threads.versions import CommentVersion

COMMENT_MAX = 10_000  # characters: a long story fits (about six pages), a pasted book does not

Kind, State = OutboxEvent.Kind, Comment.State


@dataclass(frozen=True)
class Posted:
    """What came of posting: the comment, and whether it was there already."""

    comment: Comment
    is_repeated: bool = False


def post_comment(
    *,
    thread: Thread,
    author: Author,
    text: str,
    parent: Comment | None = None,
    network: str = "",
    asks: bool = False,
) -> Posted:
    """Store what somebody wrote: visible at once, or waiting for a moderator.

    The same words by the same person in the same place make one comment. Raises `NotAllowed`
    when the thread or the comment answered takes no replies, `Refused` when screening gives
    the words back, `Asked` when the writer should be asked first (only where `asks` is set), and
    `ThreadFull`.
    """
    check_may_post(thread, author, parent)
    text = normalise(text)
    key = submission_key(thread=thread, parent=parent, author=author, text=text, network=network)
    recent = recent_comments(author, network)
    try:
        reads_first = check_restraints(thread, author, recent)
    except TooSoon:
        if earlier := Comment.objects.filter(submission_key=key).first():
            return Posted(earlier, is_repeated=True)  # a second click is not too soon
        raise
    verdict = screened(author, text, recent, asks=asks, reads_first=reads_first)
    written = {"body": text, "body_html": comment_html(text), "submission_key": key}
    comment = unplaced(thread, parent, author, verdict, network_hash=network, **written)
    try:
        with transaction.atomic():
            put_in_place(comment)
    except IntegrityError:
        # The key is there already: a second click, a resend, the back button.
        if earlier := Comment.objects.filter(submission_key=key).first():
            return Posted(earlier, is_repeated=True)
        raise
    return Posted(comment)


def check_may_post(thread: Thread, author: Author, parent: Comment | None) -> None:
    """Only where readers can read, only by those who may read there, and below what they can see."""
    if not thread.is_open_to_readers:
        what = "conversation" if thread.is_conversation else "article"
        raise NotAllowed(f"This {what} takes no new comments.")
    if thread.is_for_members and not isinstance(author, Member):
        raise NotAllowed("Only members write in this conversation. Your words are kept below.")
    if parent is not None and (parent.thread_id != thread.pk or not parent.is_visible):
        raise NotAllowed("The comment you answer is no longer there. Your words are kept below.")


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
    return {"author_email": author.email, "receipt_salt": new_salt()}


def edit_comment(
    *, comment: Comment, author: Author, text: str, network: str = "", asks: bool = False
) -> Comment:
    """Change the words; what they were is kept as an earlier version.

    The new words are screened like a new post, and raise what it raises. Until a moderator has
    read held words, readers see neither the old nor the new ones.
    """
    check_is_author(comment, author)
    reads_first = check_edit(comment.thread, author)
    text = normalise(text)
    recent = recent_comments(author, network)
    verdict = screened(
        author, text, recent, replaced=comment.body, reads_first=reads_first, asks=asks
    )
    html = comment_html(text)
    with transaction.atomic():
        comment = locked(comment)
        if comment.state not in (State.PENDING, State.VISIBLE, State.REJECTED):
            raise NotAllowed("This comment can no longer be changed.")
        if comment.body == text:
            return comment
        verdict = read_first(verdict, comment.body)
        keep_version(comment)
        now = timezone.now()
        write(comment, body=text, body_html=html, version=comment.version + 1, edited_at=now)
        settle(comment, verdict, now)
        record_event(kind=Kind.COMMENT_EDITED, subject_id=comment.pk)
    return comment


def settle(comment: Comment, verdict: Verdict, now: datetime) -> None:
    """Show edited words, or send them to the queue (where waiting words keep their turn).

    What readers flagged stays to be read, whatever it says now.
    """
    was_waiting = comment.waiting_since
    write(comment, **still_flagged(comment, waiting(verdict, was_waiting or now)))
    if verdict.verdict != "allow" or comment.state != State.VISIBLE:
        write(comment, waiting_since=was_waiting or now)
        hide(comment, State.PENDING)
    else:
        refresh(comment)


def withdraw_comment(*, comment: Comment, author: Author) -> Comment:
    """Take a comment back. Its author may still see it; readers and the queue do not."""
    check_is_author(comment, author)
    with transaction.atomic():
        comment = locked(comment)
        if comment.state in (State.WITHDRAWN, State.REMOVED):
            return comment  # what a moderator removed stays marked as removed
        write(comment, waiting_since=None, submission_key=None)
        forget_support(comment)
        hide(comment, State.WITHDRAWN)
        record_event(kind=Kind.COMMENT_WITHDRAWN, subject_id=comment.pk)
    return comment


def erase_comment(*, comment: Comment, author: Author) -> Comment:
    """Withdraw a comment and destroy its words, its name, its address and earlier versions."""
    check_is_author(comment, author)
    with transaction.atomic():
        comment = withdraw_comment(comment=comment, author=author)
        comment.versions.all().delete()
        forget_support(comment)
        write(
            comment,
            title="",
            body="",
            body_html="",
            author_name="",
            author_email="",
            network_hash="",
            receipt_salt="",
            submission_key=None,
            reasons=[],
            annotation="",
            annotated_by=None,
            erased_at=timezone.now(),
        )
        write(comment, piece=render_piece(comment))
        # Also where it was withdrawn or removed before: copies of the words go, too.
        record_event(kind=Kind.COMMENT_WITHDRAWN, subject_id=comment.pk)
    return comment


def forget_support(comment: Comment) -> None:
    """Delete what readers said about a comment with a button: its author took it back."""
    comment.supports.all().delete()
    write(comment, support="")


def check_is_author(comment: Comment, author: Author) -> None:
    """Only who wrote it. A guest proves it by the receipt, which gave `comment` to the caller."""
    if isinstance(author, Member):
        is_own = comment.author_id == author.pk
    else:
        is_own = comment.author_id is None and not comment.is_imported
    if not is_own:
        raise NotAllowed("Only the person who wrote a comment can change it.")


def locked(comment: Comment) -> Comment:
    """The comment as it is now, locked until the transaction ends.

    Who posts takes the thread first and then the comments above; everybody else does likewise.
    The other way round each could hold what the other waits for.
    """
    Thread.objects.select_for_update().get(pk=comment.thread_id)
    found = Comment.objects.select_related("thread", "parent").lock(pk=comment.pk)
    # Its branch may have been moved to another thread meanwhile.
    return found if found.thread_id == comment.thread_id else locked(found)


def write(comment: Comment, **changes: Any) -> None:
    """Store the named fields and nothing else."""
    for name, value in changes.items():
        setattr(comment, name, value)
    comment.save(update_fields=list(changes))


def keep_version(comment: Comment) -> None:
    """Keep what the comment says now under its version."""
    CommentVersion.objects.create(
        comment=comment,
        version=comment.version,
        title=comment.title,
        body=comment.body,
        body_html=comment.body_html,
    )
