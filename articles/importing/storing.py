"""Storing parsed articles. The same input again changes nothing."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q
from django.utils import timezone

from articles.history.actions import propose_change, replace_words
from articles.history.models import ArticleVersion, SourceChange
from articles.importing.addresses import canonical_address, same_addresses
from articles.importing.records import ParsedArticle
from articles.library.actions import body_fields, create_article, find_source, free_slug
from articles.library.excerpts import excerpt_of
from articles.library.models import (
    ADDRESS_MAX,
    AUTHOR_MAX,
    EXTERNAL_ID_MAX,
    IMAGE_MAX,
    SOURCE_NAME_MAX,
    TITLE_MAX,
    Article,
    ImportRun,
    Source,
)
from common.html import ARTICLE_POLICY, sanitize
from common.text import one_line
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
ASKS_FIRST = "The text at the source changed. It was left as it is; compare the two at the desk."


def note_alive(run: int | None) -> None:
    """Say that the import of a run, by its key, goes on and may bring more."""
    if run is not None:
        ImportRun.objects.filter(pk=run).update(alive_at=timezone.now())


def fingerprint(parsed: ParsedArticle) -> str:
    """What tells two versions of an article apart: title, standfirst and text, not comments."""
    return mark_of(parsed.title, parsed.standfirst, sanitize(parsed.body_html, ARTICLE_POLICY))


def mark_of(title: str, standfirst: str, body_html: str) -> str:
    """One hash of them all; `body_html` is sanitised."""
    return hashlib.sha256(f"{title}\x00{standfirst}\x00{body_html}".encode()).hexdigest()


def fingerprint_here(article: Article) -> str:
    """The fingerprint of the words as they stand here, edited or not."""
    return mark_of(article.title, article.standfirst, article.body_html)


def find_article(parsed: ParsedArticle, mark: str, run: ImportRun | None = None) -> Article | None:
    """The article as it came in before: by address, by the source's own id, by its text.

    A document that names neither address nor id is the same one again when its title is, also
    when the article got another title or an address here. Two articles of one `run` that share
    an address but have ids of their own are two: some sites give every page the same address.
    """
    url = source_url(parsed)
    at_address = find_by_address(url) if url else None
    if at_address and at_address.external_id in ("", external_id(parsed)):
        return at_address
    if found := find_by_id(parsed):
        return found
    if at_address and not (parsed.external_id and run and at_address.import_run_id == run.pk):
        return at_address
    return find_by_text(parsed, mark) if parsed.body_html else None


def find_by_id(parsed: ParsedArticle) -> Article | None:
    """The article with the source's own id, or the one made of its title."""
    if not external_id(parsed):
        return None
    same = Article.objects.exclude(state=Article.State.UNDONE)
    same = same.filter(external_id=external_id(parsed))
    if parsed.external_id and parsed.source_name:
        same = same.filter(source__name=parsed.source_name[:SOURCE_NAME_MAX])
    elif parsed.external_id:
        same = same.filter(source=None)
    return same.first()


def find_by_text(parsed: ParsedArticle, mark: str) -> Article | None:
    """The article with the same words, unless its source itself tells the two apart."""
    same = Article.objects.exclude(state=Article.State.UNDONE).filter(fingerprint=mark)
    if parsed.external_id and parsed.source_name:
        others = Q(source__name=parsed.source_name[:SOURCE_NAME_MAX]) & ~Q(external_id="")
        same = same.exclude(others)
    return same.first()


def find_by_address(address: str) -> Article | None:
    """The article from a canonical address, in whichever way it was written; the same way first."""
    rows = Article.objects.filter(source_url__in=same_addresses(address))
    return min(rows, key=lambda one: one.source_url != address, default=None)


def external_id(parsed: ParsedArticle) -> str:
    """The source's own id; of a document that names no address either, one made of its title."""
    if parsed.external_id or source_url(parsed):
        return parsed.external_id[:EXTERNAL_ID_MAX]
    return "title:" + hashlib.sha256(parsed.title.encode()).hexdigest()


def source_url(parsed: ParsedArticle) -> str:
    """The address of the original, when it is one that can be linked to and kept."""
    address = canonical_address(parsed.source_url) if parsed.source_url else ""
    return address if len(address) <= ADDRESS_MAX else ""


def outcome_for(article: Article | None, parsed: ParsedArticle, mark: str) -> Outcome:
    """What storing a text with this mark does, where `article` is what is here already.

    What brings comments alone has nothing to say about the text.
    """
    if article is None:
        return Outcome.CREATED
    if mark in (article.fingerprint, fingerprint_here(article)) or not parsed.body_html:
        return Outcome.UNCHANGED
    if article.source_changes.filter(fingerprint=mark, state=SourceChange.State.REFUSED).exists():
        return Outcome.UNCHANGED
    return Outcome.SKIPPED if article.edited_at else Outcome.UPDATED


def store_article(
    parsed: ParsedArticle,
    run: ImportRun,
    *,
    as_read: ParsedArticle | None = None,
    asks_first: bool = False,
) -> Stored:
    """Create the article as a draft, update it, or find that nothing changed.

    `as_read` is what the document said where staff corrected it before it was stored: by that
    it is known when it comes again. With `asks_first` a changed text waits for staff where
    readers can see the article; where it was edited here it always does. Call inside a
    transaction, with a run that is stored, and try again after an IntegrityError: somebody else
    stored the same article at that moment.
    """
    as_read = as_read or parsed
    mark = fingerprint(as_read)
    # Before looking for the article: whoever stores the same one in between takes this slug,
    # and the second of the two fails instead of making a twin.
    slug = free_slug(parsed.title)
    article = find_article(as_read, mark, run)
    outcome = outcome_for(article, as_read, mark)
    if article is None:
        return Stored(create(parsed, as_read, run, slug), outcome)
    if outcome in (Outcome.UPDATED, Outcome.SKIPPED):
        return update(article, parsed, mark, run, asks_first)
    return Stored(article, outcome)


def create(parsed: ParsedArticle, as_read: ParsedArticle, run: ImportRun, slug: str) -> Article:
    """Store a new draft with where it comes from. One that was corrected counts as edited."""
    mark = fingerprint(as_read)
    source = find_source(parsed.source_name)
    body, is_excerpt = body_shown(parsed.body_html, source)
    return create_article(
        title=parsed.title,
        slug=slug,
        body_html=body,
        is_excerpt=is_excerpt or parsed.is_excerpt,
        standfirst=parsed.standfirst,
        topics=parsed.topics,
        author=parsed.author[:AUTHOR_MAX],
        source=source,
        source_url=free_address(source_url(parsed)),
        source_published_at=parsed.published_at,
        source_updated_at=parsed.updated_at,
        external_id=external_id(as_read),
        fingerprint=mark,
        lead_image=image_address(parsed),
        import_run=run,
        edited_at=None if fingerprint(parsed) == mark else timezone.now(),
    )


def free_address(address: str) -> str:
    """The address, unless another article has it: an address leads to one article."""
    return "" if Article.objects.filter(source_url=address).exists() else address


def body_shown(body_html: str, source: Source | None) -> tuple[str, bool]:
    """The body as the source's licence lets it stand here, and whether that is an excerpt."""
    if source is None or source.shows == Source.Shows.FULL:
        return body_html, False
    return excerpt_of(sanitize(body_html, ARTICLE_POLICY)), True


def image_address(parsed: ParsedArticle) -> str:
    """The address of the picture at the source, if it is one that can be kept."""
    address = clean_address(parsed.lead_image) or "" if parsed.lead_image else ""
    return address if address.startswith("http") and len(address) <= IMAGE_MAX else ""


def update(
    article: Article, parsed: ParsedArticle, mark: str, run: ImportRun, asks_first: bool
) -> Stored:
    """Take over what changed at the source, or let it wait for staff."""
    article.refresh_from_db(from_queryset=Article.objects.select_for_update())
    body, is_excerpt = body_shown(parsed.body_html, article.source)
    if article.edited_at or (asks_first and article.state != Article.State.DRAFT):
        change = SourceChange(
            title=one_line(parsed.title)[:TITLE_MAX],
            standfirst=parsed.standfirst,
            author=parsed.author[:AUTHOR_MAX],
            body_html=sanitize(body, ARTICLE_POLICY),
            fingerprint=mark,
            source_updated_at=parsed.updated_at,
            import_run=run,
        )
        propose_change(article, change)
        return Stored(article, Outcome.SKIPPED, EDITED_HERE if article.edited_at else ASKS_FIRST)
    changed = replace_words(
        article,
        ArticleVersion.Why.SOURCE,
        run=run,
        title=parsed.title,
        standfirst=parsed.standfirst,
        author=parsed.author[:AUTHOR_MAX],
        source_updated_at=parsed.updated_at,
        fingerprint=mark,
        is_excerpt=is_excerpt or parsed.is_excerpt,
        **body_fields(body, parsed.standfirst),
    )
    return Stored(changed, Outcome.UPDATED)
