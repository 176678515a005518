"""One item of a JSON Feed as an article. Source: https://www.jsonfeed.org/version/1.1/."""

from typing import Any

from articles.importing.feeds.entries import (
    MAX_AUTHOR_CHARS,
    MAX_TITLE_CHARS,
    MAX_TOPIC_CHARS,
    MAX_TOPICS,
    TITLE_OF_WORDS,
    UNTITLED,
)
from articles.importing.feeds.teasers import is_teaser
from articles.importing.feeds.texts import as_html, as_words
from articles.importing.pages.moments import moment_of
from articles.importing.pages.trees import absolute
from articles.importing.records import ParsedArticle
from common.html import html_to_text
from common.text import excerpt
from common.urls import host_of

Item = dict[str, Any]


def article(item: Item, feed: Item, address: str) -> ParsedArticle:
    """Give an item as an article; what it does not say of itself, the feed may."""
    home = absolute(_text(feed, "home_page_url"), address) or address
    link = absolute(_text(item, "url"), home) or absolute(_text(item, "external_url"), home)
    body = _body(item, link or home)
    published, updated = (
        moment_of(_text(item, "date_published")),
        moment_of(_text(item, "date_modified")),
    )
    return ParsedArticle(
        title=_title(item, body) or link or _id(item) or UNTITLED,
        body_html=body,
        author=_authors(item) or _authors(feed),
        source_name=as_words(_text(feed, "title")) or host_of(home),
        source_url=link,
        external_id=_id(item),
        published_at=published or updated,
        updated_at=updated if published and updated and updated > published else None,
        topics=_topics(item),
        lead_image=absolute(_text(item, "image") or _text(item, "banner_image"), link or home),
        is_excerpt=is_teaser(body, link, is_summary=not _has_content(item)),
    )


def _has_content(item: Item) -> bool:
    """Say whether an item has a text of its own, and not a summary alone."""
    return bool(_text(item, "content_html").strip() or _text(item, "content_text").strip())


def _title(item: Item, body: str) -> str:
    title = as_words(_text(item, "title"))
    words = "" if title else html_to_text(body)
    return (
        excerpt(title, MAX_TITLE_CHARS)
        if title
        else excerpt(words, TITLE_OF_WORDS)
        if words
        else ""
    )


def _body(item: Item, base: str) -> str:
    said = (as_html(_text(item, "content_html"), "text/html", base),
            as_html(_text(item, "content_text"), "text/plain", base),
            as_html(_text(item, "summary"), "text/plain", base))  # fmt: skip
    return next((each for each in said if each), "")


def _authors(holder: Item) -> str:
    """Give the names in `authors` of version 1.1, or in `author` of version 1."""
    said = holder.get("authors")
    every = said if isinstance(said, list) else [holder.get("author")]
    names = [as_words(_text(each, "name")) for each in every if isinstance(each, dict)]
    shown = ", ".join(name for name in names if name)
    return shown if len(shown) <= MAX_AUTHOR_CHARS else ""


def _topics(item: Item) -> list[str]:
    tags = item.get("tags")
    names = (
        [as_words(each) for each in tags if isinstance(each, str)] if isinstance(tags, list) else []
    )
    return [each for each in dict.fromkeys(names) if 1 < len(each) <= MAX_TOPIC_CHARS][:MAX_TOPICS]


def _id(item: Item) -> str:
    """Give the id, which should be a string and is a number in old feeds."""
    said = item.get("id")
    return str(said) if isinstance(said, str | int | float) and not isinstance(said, bool) else ""


def _text(holder: Item, name: str) -> str:
    said = holder.get(name)
    return said if isinstance(said, str) else ""
