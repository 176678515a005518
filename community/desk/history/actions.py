"""Correcting an article, and deciding what becomes of a change at its source."""

from django.db import transaction

from articles.history import actions as history
from articles.history.models import Correction, SourceChange
from articles.models import Article
from community.desk.actions import (
    ChangedMeanwhile,
    check_is_staff,
    lock,
    log_act,
)
from community.desk.models import DeskLogEntry
from community.members.models import Member
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.moving.actions import lock_threads
from community.threads.moving.pointers import renew_pointers, threads_with_pointers

Act = DeskLogEntry.Act


def correct_article(*, article: Article, editor: Member | None, note: str) -> Correction:
    """Put a dated note on an article that readers can see; those who follow it are told.

    Raises ValueError without a note. The words of the article are changed by `edit_article`.
    """
    check_is_staff(editor)
    if not note.strip():
        raise ValueError("readers are told what was corrected")
    with transaction.atomic():
        lock(article)
        correction = history.correct_article(article=article, note=note)
        log_act(article, Act.CORRECTED, editor, note)
        if article.is_published:
            record_event(kind=OutboxEvent.Kind.ARTICLE_CORRECTED, subject_id=article.pk)
    return correction


def accept_change(*, change: SourceChange, editor: Member | None, version: int) -> Article:
    """Take over what the source made of an article since.

    `version` is the one that the editor compared it with; `ChangedMeanwhile` when there is a
    newer one, or when the change does not wait any more.
    """
    check_is_staff(editor)
    with transaction.atomic():
        article = change.article
        lock_threads(*threads_with_pointers(article))
        lock(article)
        if version != article.version or not still_waits(change):
            raise ChangedMeanwhile(article)
        article = history.accept_change(change)
        log_act(article, Act.ACCEPTED, editor)
        renew_pointers(article)
    return article


def refuse_change(*, change: SourceChange, editor: Member | None) -> None:
    """Leave the article as it is. The same change is not asked about again."""
    check_is_staff(editor)
    with transaction.atomic():
        lock(change.article)
        if still_waits(change):
            history.refuse_change(change)
            log_act(change.article, Act.REFUSED, editor)


def still_waits(change: SourceChange) -> bool:
    """Whether nobody decided about it, and no newer one took its place. Call with a lock."""
    return SourceChange.objects.filter(pk=change.pk, state=SourceChange.State.WAITING).exists()
