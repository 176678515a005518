"""Storing parsed articles. The same input again changes nothing."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from articles.importing.records import ParsedArticle
from articles.library.actions import body_fields, change_article, create_article, find_source
from articles.library.models import Article, ImportRun
from common.html import ARTICLE_POLICY, sanitize
from common.urls import clean_address


class Outcome(StrEnum):
    """What became of one article."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Stored:
    """An article and what became of it; `reason` says why it was skipped."""

    article: Article
    outcome: Outcome
    reason: str = ""


EDITED_HERE = (
    "The text at the source changed, but the article was edited here since it came in. "
    "It was left as it is; compare the two at the desk."
)


def fingerprint(parsed: ParsedArticle) -> str:
    """What tells two versions of an article apart: title, standfirst and text, not comments."""
    body = sanitize(parsed.body_html, ARTICLE_POLICY)
    content = f"{parsed.title}\x00{parsed.standfirst}\x00{body}"
    return hashlib.sha256(content.encode()).hexdigest()


def find_article(parsed: ParsedArticle, mark: str) -> Article | None:
    """The article as it came in before: by address, by the source's own id, by its text.

    A document that names no address is the same one again when its title is, as long as
    that article had no address either.
    """
    url = source_url(parsed)
    if url and (found := Article.objects.filter(source_url=url).first()):
        return found
    if parsed.external_id and parsed.source_name:
        same = Article.objects.filter(
            source__name=parsed.source_name, external_id=parsed.external_id
        )
        if found := same.first():
            return found
    if found := Article.objects.filter(fingerprint=mark).first():
        return found
    return Article.objects.filter(title=parsed.title, source_url="").first() if not url else None


def source_url(parsed: ParsedArticle) -> str:
    """The address of the original, when it is one that can be linked to."""
    return clean_address(parsed.source_url) or "" if parsed.source_url else ""


def store_article(parsed: ParsedArticle, run: ImportRun) -> Stored:
    """Create the article as a draft, update it, or find that nothing changed.

    Call inside a transaction, with a run that is stored.
    """
    mark = fingerprint(parsed)
    article = find_article(parsed, mark)
    if article is None:
        return Stored(create(parsed, mark, run), Outcome.CREATED)
    if article.fingerprint == mark:
        return Stored(article, Outcome.UNCHANGED)
    if article.edited_at:
        return Stored(article, Outcome.SKIPPED, EDITED_HERE)
    return Stored(update(article, parsed, mark), Outcome.UPDATED)


def create(parsed: ParsedArticle, mark: str, run: ImportRun) -> Article:
    """Store a new draft with where it comes from."""
    return create_article(
        title=parsed.title,
        body_html=parsed.body_html,
        standfirst=parsed.standfirst,
        topics=parsed.topics,
        author=parsed.author[:200],
        source=find_source(parsed.source_name),
        source_url=source_url(parsed),
        source_published_at=parsed.published_at,
        source_updated_at=parsed.updated_at,
        external_id=parsed.external_id,
        fingerprint=mark,
        import_run=run,
    )


def update(article: Article, parsed: ParsedArticle, mark: str) -> Article:
    """Take over what changed at the source."""
    return change_article(
        article,
        title=parsed.title,
        standfirst=parsed.standfirst,
        author=parsed.author[:200],
        source_updated_at=parsed.updated_at,
        fingerprint=mark,
        **body_fields(parsed.body_html, parsed.standfirst),
    )
