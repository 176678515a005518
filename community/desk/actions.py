"""What staff do with articles.

Always in this order: permission, transaction, change, log row, outbox row. `editor` is None
only for the command line, which is the operator's.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.history.actions import WORDS, keep_version
from articles.history.models import ArticleVersion
from articles.library import actions as library
from articles.models import Article
from common.html import ARTICLE_POLICY, sanitize
from community.desk.models import DeskLogEntry
from community.members.models import Member
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.moving.actions import lock_threads
from community.threads.moving.pointers import renew_pointers, threads_with_pointers
from community.threads.placing import open_thread

Act, Kind = DeskLogEntry.Act, OutboxEvent.Kind


class NotAllowed(Exception):
    """The person does not work at the desk."""


class ChangedMeanwhile(Exception):
    """Somebody else changed the article since the editor read it; nothing was written."""

    def __init__(self, article: Article) -> None:
        super().__init__(article.pk)
        self.article = article


def check_is_staff(editor: Member | None) -> None:
    """Staff, or the command line."""
    if editor is not None and not editor.is_staff:
        raise NotAllowed("Only staff work at the desk.")


def log_act(article: Article, act: DeskLogEntry.Act, editor: Member | None, note: str = "") -> None:
    """Write who did what to which article."""
    DeskLogEntry.objects.create(article=article, act=act, editor=editor, note=note)


def publish_article(
    *, article: Article, editor: Member | None, for_answers: bool = True
) -> Article:
    """Let everybody read an article and talk below it. Published twice, it is told once.

    Whoever publishes it has read it, so that it may be quoted in answers, unless they say no.
    """
    check_is_staff(editor)
    with transaction.atomic():
        lock(article)
        if article.is_published or article.state == Article.State.UNDONE:
            return article
        open_thread(article)
        article = library.publish_article(article=article, for_answers=for_answers)
        log_act(article, Act.PUBLISHED, editor)
        record_event(kind=Kind.ARTICLE_PUBLISHED, subject_id=article.pk)
    return article


def approve_for_answers(*, article: Article, editor: Member | None, may: bool) -> Article:
    """Say whether an article may be quoted in answers to questions. Said twice, it is logged once."""
    check_is_staff(editor)
    with transaction.atomic():
        lock(article)
        if article.state == Article.State.UNDONE or may == bool(article.answers_approved_at):
            return article
        change = library.approve_for_answers if may else library.keep_from_answers
        article = change(article=article)
        log_act(article, Act.ANSWERS, editor, "it may" if may else "it may not")
    return article


def schedule_article(*, article: Article, editor: Member | None, at: datetime | None) -> Article:
    """Let a draft be published by itself at a time, or not any more (None).

    Raises ValueError for a time that is over, NotAllowed for what is no draft.
    """
    check_is_staff(editor)
    if at is not None and at <= timezone.now():
        raise ValueError("the time is over")
    with transaction.atomic():
        lock(article)
        if article.state != Article.State.DRAFT:
            raise NotAllowed("Only a draft can be set to be published.")
        article = library.change_article(article, publish_at=at)
        log_act(
            article, Act.SCHEDULED, editor, f"{at:%Y-%m-%d %H:%M} UTC" if at else "not any more"
        )
    return article


def publish_due_articles() -> int:
    """Publish the drafts whose time has come; returns how many."""
    due = Article.objects.filter(publish_at__lte=timezone.now(), state=Article.State.DRAFT)
    found = list(due.order_by("publish_at", "pk"))
    for article in found:
        publish_article(article=article, editor=None)
    return len(found)


def edit_article(
    *,
    article: Article,
    editor: Member | None,
    version: int | None = None,
    topics: list[str] | None = None,
    **changes: Any,
) -> Article:
    """Change an article; readers see the change at once. What is as it was is not written.

    `version` is the one that the editor read; when there is a newer one, `ChangedMeanwhile` is
    raised and nothing is written. `topics` are names. Besides the fields that
    `articles.library.actions.EDITABLE` names, `changes` may hold `source_name`.
    """
    check_is_staff(editor)
    with transaction.atomic():
        # Threads before their articles, as a post locks them.
        lock_threads(*(threads_with_pointers(article) if "title" in changes else ()))
        lock(article)
        if version is not None and version != article.version:
            raise ChangedMeanwhile(article)
        found = None if topics is None else library.find_topics(topics)
        changes = what_changes(article, changes)
        has_other_topics = found is not None and set(found) != set(article.topics.all())
        if changes or has_other_topics:
            if any(name in changes for name in WORDS):
                keep_version(article, ArticleVersion.Why.EDIT)
            article = library.edit_article(article=article, topics=found, **changes)
            names = sorted([*changes, *(["topics"] if has_other_topics else [])])
            log_act(article, Act.EDITED, editor, ", ".join(names))
        if "title" in changes:
            renew_pointers(article)
    return article


def what_changes(article: Article, changes: dict[str, Any]) -> dict[str, Any]:
    """Those of the changes that make a difference, as the library takes them."""
    if "source_name" in changes:
        changes = changes | {"source": library.find_source(changes["source_name"])}
        del changes["source_name"]
    if "body_html" in changes:
        changes = changes | {"body_html": sanitize(changes["body_html"], ARTICLE_POLICY)}
    return {name: value for name, value in changes.items() if getattr(article, name) != value}


def withdraw_article(*, article: Article, editor: Member | None, note: str) -> Article:
    """Take an article from readers and say why; the discussion stays and takes no new comments.

    Readers see `note`, so there must be one (ValueError). Only what is published can be
    withdrawn; anything else stays as it is.
    """
    check_is_staff(editor)
    if not note.strip():
        raise ValueError("readers are told why an article was withdrawn")
    with transaction.atomic():
        lock(article)
        if not article.is_published:
            return article
        article = library.withdraw_article(article=article, note=note)
        log_act(article, Act.WITHDRAWN, editor, note)
        record_event(kind=Kind.ARTICLE_WITHDRAWN, subject_id=article.pk)
    return article


def lock(article: Article) -> None:
    """Read the article again, and keep others from changing it until the transaction ends."""
    article.refresh_from_db(from_queryset=Article.objects.select_for_update())
