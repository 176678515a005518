"""What staff do with articles.

Always in this order: permission, transaction, change, log row, outbox row. `editor` is None
only for the command line, which is the operator's.
"""

from typing import Any

from django.db import transaction

from articles.library import actions as library
from articles.models import Article, Topic
from community.desk.models import DeskLogEntry
from community.members.models import Member
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.placing import open_thread

Act, Kind = DeskLogEntry.Act, OutboxEvent.Kind


class NotAllowed(Exception):
    """The person does not work at the desk."""


def check_is_staff(editor: Member | None) -> None:
    """Staff, or the command line."""
    if editor is not None and not editor.is_staff:
        raise NotAllowed("Only staff work at the desk.")


def log_act(article: Article, act: DeskLogEntry.Act, editor: Member | None, note: str = "") -> None:
    """Write who did what to which article."""
    DeskLogEntry.objects.create(article=article, act=act, editor=editor, note=note)


def publish_article(*, article: Article, editor: Member | None) -> Article:
    """Let everybody read an article and talk below it."""
    check_is_staff(editor)
    with transaction.atomic():
        open_thread(article)
        article = library.publish_article(article=article)
        log_act(article, Act.PUBLISHED, editor)
        record_event(kind=Kind.ARTICLE_PUBLISHED, subject_id=article.pk)
    return article


def edit_article(
    *, article: Article, editor: Member | None, topics: list[Topic] | None = None, **changes: Any
) -> Article:
    """Change an article; readers see the change at once."""
    check_is_staff(editor)
    with transaction.atomic():
        article = library.edit_article(article=article, topics=topics, **changes)
        log_act(article, Act.EDITED, editor, ", ".join(sorted(changes)))
    return article


def withdraw_article(*, article: Article, editor: Member | None, note: str) -> Article:
    """Take an article from readers and say why; the discussion stays and takes no new comments."""
    check_is_staff(editor)
    with transaction.atomic():
        article = library.withdraw_article(article=article, note=note)
        log_act(article, Act.WITHDRAWN, editor, note)
        record_event(kind=Kind.ARTICLE_WITHDRAWN, subject_id=article.pk)
    return article
