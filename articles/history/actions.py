"""Changes to the words of an article, none of which is lost. Callers know who may make them."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.history.models import ArticleVersion, Correction, SourceChange
from articles.library.actions import body_fields, change_article
from articles.library.models import Article, ImportRun

Why = ArticleVersion.Why
WORDS = ("title", "standfirst", "body_html")


def replace_words(
    article: Article, why: ArticleVersion.Why, *, run: ImportRun | None = None, **changes: Any
) -> Article:
    """Change an article and keep the words it had. Call inside a transaction, with it locked."""
    if any(name in changes and changes[name] != getattr(article, name) for name in WORDS):
        keep_version(article, why, run)
    return change_article(article, **changes)


def keep_version(article: Article, why: ArticleVersion.Why, run: ImportRun | None = None) -> None:
    """Keep the words of an article as they are before they are replaced."""
    ArticleVersion.objects.create(
        article=article,
        version=article.version,
        why=why,
        import_run=run,
        fingerprint=article.fingerprint,
        **{name: getattr(article, name) for name in WORDS},
    )


def correct_article(*, article: Article, note: str) -> Correction:
    """Put a dated note on the page of an article; every kept page of it ends."""
    with transaction.atomic():
        correction = Correction.objects.create(article=article, note=note)
        change_article(article)
    return correction


def propose_change(article: Article, change: SourceChange) -> SourceChange:
    """Let a change at the source wait for staff, in the place of an older one that waits.

    The same words again are the same change, also when it was refused. Call inside a transaction.
    """
    known = SourceChange.objects.filter(article=article, fingerprint=change.fingerprint).first()
    if known:
        return known
    SourceChange.objects.filter(article=article, state=SourceChange.State.WAITING).delete()
    change.article = article
    change.save()
    return change


def accept_change(change: SourceChange) -> Article:
    """Take over what the source says now. Call inside a transaction, with the article locked."""
    article = replace_words(
        change.article,
        Why.SOURCE,
        run=change.import_run,
        title=change.title,
        author=change.author,
        standfirst=change.standfirst,
        fingerprint=change.fingerprint,
        source_updated_at=change.source_updated_at,
        edited_at=None,
        **body_fields(change.body_html, change.standfirst),
    )
    settle(change, SourceChange.State.ACCEPTED)
    return article


def refuse_change(change: SourceChange) -> None:
    """Leave the article as it is; the same change is not proposed again."""
    settle(change, SourceChange.State.REFUSED)


def settle(change: SourceChange, state: SourceChange.State) -> None:
    """Write what was decided and when."""
    change.state, change.decided_at = state, timezone.now()
    change.save(update_fields=["state", "decided_at"])
