"""What people do with comments: post, edit, withdraw, erase.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from common.html import comment_html
from common.text import normalise, one_line
from community.members.models import Member
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.screening.records import Verdict
from community.threads.editing.blanks import read_first
from community.threads.editing.versions import CommentVersion
from community.threads.models import Comment, Thread, joined_words
from community.threads.placing import hide, refresh
from community.threads.posting.restraints import (
    NotAllowed,
    NotYet,
    check_edit,
    check_may_post,
    check_restraints,
)
from community.threads.posting.storing import put_in_place, unplaced
from community.threads.posting.submissions import (
    Author,
    recent_comments,
    submission_key,
)
from community.threads.posting.verdicts import screened, still_flagged, waiting
from community.threads.rendering import render_piece
from community.threads.second_thoughts.choice import appearance

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
    if parent is not None and parent.is_opening:
        parent = None  # what answers the opening of a conversation stands beside the other answers
    check_may_post(thread, author, parent)
    text = normalise(text)
    key = submission_key(thread=thread, parent=parent, author=author, text=text, network=network)
    recent = recent_comments(author, network)
    try:
        reads_first = check_restraints(thread, author, recent)
    except NotYet:
        if earlier := find_posted(key):
            return earlier  # a second click is no next one
        raise
    verdict = screened(author, text, recent, asks=asks, reads_first=reads_first)
    written = {"body": text, "body_html": comment_html(text), "submission_key": key}
    comment = unplaced(thread, parent, author, verdict, network_hash=network, **written)
    return place_once(comment, key)


def place_once(comment: Comment, key: str) -> Posted:
    """Put a comment in its place, unless one with its key is there already."""
    try:
        with transaction.atomic():
            put_in_place(comment)
    except IntegrityError:
        # The key is there already: a second click, a resend, the back button.
        if earlier := find_posted(key):
            return earlier
        raise
    return Posted(comment)


def find_posted(key: str) -> Posted | None:
    """What the same person posted with the same words in the same place, if they did."""
    earlier = Comment.objects.filter(submission_key=key).first()
    return Posted(earlier, is_repeated=True) if earlier else None


def edit_comment(
    *,
    comment: Comment,
    author: Author,
    text: str,
    title: str | None = None,
    network: str = "",
    asks: bool = False,
) -> Comment:
    """Change the words; what they were is kept as an earlier version.

    `title` is that of an opening (None: as it is).

    The new words are screened like a new post, and raise what it raises. Until a moderator has
    read held words, readers see neither the old nor the new ones.
    """
    check_is_author(comment, author)
    reads_first = check_edit(comment.thread, author)
    text = normalise(text)
    title = comment.title if title is None else one_line(title)
    recent = recent_comments(author, network)
    verdict = screened(
        author,
        joined_words(title, text),
        recent,
        replaced=comment.body,
        reads_first=reads_first,
        asks=asks,
    )
    new = {"title": title, "body": text, "body_html": comment_html(text)}
    with transaction.atomic():
        return store_edit(locked(comment), verdict, new)


def store_edit(comment: Comment, verdict: Verdict, new: dict[str, str]) -> Comment:
    """Keep what a locked comment said, and let it say the new title and words."""
    if comment.state not in (State.PENDING, State.VISIBLE, State.REJECTED):
        raise NotAllowed("This comment can no longer be changed.")
    if (comment.title, comment.body) == (new["title"], new["body"]):
        return comment
    verdict = read_first(verdict, comment.words)
    keep_version(comment)
    now = timezone.now()
    write(comment, version=comment.version + 1, edited_at=now, **new)
    settle(comment, verdict, now)
    record_event(kind=Kind.COMMENT_EDITED, subject_id=comment.pk)
    return comment


def settle(comment: Comment, verdict: Verdict, now: datetime) -> None:
    """Show edited words, or send them to the queue (where waiting words keep their turn).

    What readers flagged stays to be read, whatever it says now.
    """
    was_waiting = comment.waiting_since
    if verdict.verdict == "allow" and comment.appears_at and not was_waiting:
        write(comment, appears_at=appearance(comment.author) or now)
        return
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
    """Withdraw a comment and erase its words, its name, its address and earlier versions."""
    check_is_author(comment, author)
    with transaction.atomic():
        return erase_for_good(withdraw_comment(comment=comment, author=author))


def erase_for_good(comment: Comment) -> Comment:
    """The same for who has the right to it by other means than being its author. Call inside a
    transaction, with the comment locked.
    """
    if comment.state not in (State.WITHDRAWN, State.REMOVED):
        write(comment, waiting_since=None, submission_key=None)
        hide(comment, State.WITHDRAWN)
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
