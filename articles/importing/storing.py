"""Storing parsed articles. The same input again changes nothing."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from articles.importing.records import ParsedArticle
from articles.library.actions import (
    body_fields,
    change_article,
    create_article,
    find_source,
    free_slug,
)
from articles.library.models import (
    ADDRESS_MAX,
    AUTHOR_MAX,
    EXTERNAL_ID_MAX,
    SOURCE_NAME_MAX,
    Article,
    ImportRun,
)
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

    A document that names neither address nor id is the same one again when its title is, also
    when the article got another title or an address here.
    """
    if (url := source_url(parsed)) and (found := Article.objects.filter(source_url=url).first()):
        return found
    same = Article.objects.filter(external_id=external_id(parsed))
    if parsed.external_id:
        same = same.filter(source__name=parsed.source_name[:SOURCE_NAME_MAX])
    if external_id(parsed) and (found := same.first()):
        return found
    return Article.objects.filter(fingerprint=mark).first()


def external_id(parsed: ParsedArticle) -> str:
    """The source's own id; of a document that names no address either, one made of its title."""
    if parsed.external_id or source_url(parsed):
        return parsed.external_id[:EXTERNAL_ID_MAX]
    return "title:" + hashlib.sha256(parsed.title.encode()).hexdigest()


def source_url(parsed: ParsedArticle) -> str:
    """The address of the original, when it is one that can be linked to and kept."""
    address = clean_address(parsed.source_url) or "" if parsed.source_url else ""
    return address if len(address) <= ADDRESS_MAX else ""


def outcome_for(article: Article | None, mark: str) -> Outcome:
    """What storing a text with this mark does, where `article` is what is here already."""
    if article is None:
        return Outcome.CREATED
    if article.fingerprint == mark:
        return Outcome.UNCHANGED
    return Outcome.SKIPPED if article.edited_at else Outcome.UPDATED


def store_article(
    parsed: ParsedArticle, run: ImportRun, *, as_read: ParsedArticle | None = None
) -> Stored:
    """Create the article as a draft, update it, or find that nothing changed.

    `as_read` is what the document said where staff corrected it before it was stored: by that
    it is known when it comes again. Call inside a transaction, with a run that is stored, and
    try again after an IntegrityError: somebody else stored the same article at that moment.
    """
    as_read = as_read or parsed
    mark = fingerprint(as_read)
    # Before looking for the article: whoever stores the same one in between takes this slug,
    # and the second of the two fails instead of making a twin.
    slug = free_slug(parsed.title)
    article = find_article(as_read, mark)
    outcome = outcome_for(article, mark)
    if article is None:
        return Stored(create(parsed, as_read, run, slug), outcome)
    if outcome == Outcome.UPDATED:
        return update(article, parsed, mark)
    return Stored(article, outcome, EDITED_HERE if outcome == Outcome.SKIPPED else "")


def create(parsed: ParsedArticle, as_read: ParsedArticle, run: ImportRun, slug: str) -> Article:
    """Store a new draft with where it comes from. One that was corrected counts as edited."""
    mark = fingerprint(as_read)
    return create_article(
        title=parsed.title,
        slug=slug,
        body_html=parsed.body_html,
        standfirst=parsed.standfirst,
        topics=parsed.topics,
        author=parsed.author[:AUTHOR_MAX],
        source=find_source(parsed.source_name),
        source_url=source_url(parsed),
        source_published_at=parsed.published_at,
        source_updated_at=parsed.updated_at,
        external_id=external_id(as_read),
        fingerprint=mark,
        import_run=run,
        edited_at=None if fingerprint(parsed) == mark else timezone.now(),
    )


def update(article: Article, parsed: ParsedArticle, mark: str) -> Stored:
    """Take over what changed at the source, unless somebody edits the article at this moment."""
    article.refresh_from_db(from_queryset=Article.objects.select_for_update())
    if article.edited_at:
        return Stored(article, Outcome.SKIPPED, EDITED_HERE)
    changed = change_article(
        article,
        title=parsed.title,
        standfirst=parsed.standfirst,
        author=parsed.author[:AUTHOR_MAX],
        source_updated_at=parsed.updated_at,
        fingerprint=mark,
        **body_fields(parsed.body_html, parsed.standfirst),
    )
    return Stored(changed, Outcome.UPDATED)
