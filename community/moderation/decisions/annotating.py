"""A moderator's note below a comment that readers see: signed, dated, and in the log."""

from django.db import transaction
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed, check_is_free
from community.moderation.decisions.actions import (
    Ground,
    Kind,
    aside,
    check_may_decide,
    check_version,
)
from community.moderation.decisions.models import Decision
from community.moderation.decisions.refusals import AlreadyDecided
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.actions import locked, write
from community.threads.models import Comment
from community.threads.placing import refresh

# Readers take in a few sentences beside somebody's words. More is an answer of its own.
NOTE_MAX = 600  # characters


def annotate_comment(
    *, comment: Comment, moderator: Member, version: int, known: str, words: str
) -> Decision:
    """Put a note below a visible comment, or another one in the place of the note there.

    `known` is `note_mark` of the note that was seen. Raises `NotAllowed`, `ClaimedByOther`,
    `AlreadyDecided` when the note or the state changed meanwhile, and `WordsChanged`.
    """
    check_may_decide(comment, moderator, Kind.ANNOTATE, Ground.NONE)
    if not words.strip():
        raise NotAllowed("Please write the note.")
    with transaction.atomic():
        comment = locked(comment)
        if comment.annotation == words.strip() and comment.annotated_by_id == moderator.pk:
            return note_on(comment)  # a second click
        check_is_as_seen(comment, moderator, known)
        check_version(comment, version)
        facts = "It replaces an earlier note." if comment.annotation else ""
        decision = aside(Kind.ANNOTATE, comment, moderator, words=words.strip(), facts=facts)
        set_note(comment, words.strip(), moderator)
        decision.save()
        record_event(kind=OutboxEvent.Kind.COMMENT_DECIDED, subject_id=decision.pk)
    return decision


def remove_annotation(*, comment: Comment, moderator: Member, known: str) -> Decision:
    """Take the note away, whoever wrote it. Raises as `annotate_comment`."""
    check_may_decide(comment, moderator, Kind.UNDO, Ground.NONE)
    with transaction.atomic():
        comment = locked(comment)
        check_is_as_seen(comment, moderator, known)
        if not comment.annotation:
            raise AlreadyDecided(comment, comment.decisions.first())
        decision = aside(Kind.UNDO, comment, moderator, reverses=note_on(comment))
        set_note(comment, "", None)
        decision.save()
        record_event(kind=OutboxEvent.Kind.COMMENT_DECIDED, subject_id=decision.pk)
    return decision


def note_mark(comment: Comment) -> str:
    """What tells one note on a comment from the next; "" where there is none."""
    is_there = comment.annotation and comment.annotated_at
    return comment.annotated_at.isoformat() if is_there and comment.annotated_at else ""


def note_on(comment: Comment) -> Decision:
    """The decision that put the note there."""
    return comment.decisions.filter(kind=Kind.ANNOTATE).select_related("moderator")[0]


def check_is_as_seen(comment: Comment, moderator: Member, known: str) -> None:
    """Readers must still see the comment, with the note that the moderator saw."""
    if not comment.is_visible or note_mark(comment) != known:
        newest = comment.decisions.select_related("moderator").first()
        raise AlreadyDecided(comment, newest)
    if comment.waiting_since:
        check_is_free(comment, moderator)


def set_note(comment: Comment, words: str, moderator: Member | None) -> None:
    """Store the note, and let readers see it."""
    when = timezone.now() if words else None
    write(comment, annotation=words, annotated_by=moderator, annotated_at=when)
    refresh(comment)
