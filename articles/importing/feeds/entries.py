"""One entry of a feed as an article."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from time import struct_time
from typing import Any

from articles.importing.dates import FIRST_YEAR
from articles.importing.feeds.reading import Feed
from articles.importing.feeds.teasers import is_teaser
from articles.importing.feeds.texts import as_html, as_words
from articles.importing.pages.trees import absolute
from articles.importing.records import ParsedArticle
from common.html import html_to_text
from common.text import excerpt
from common.urls import host_of

Entry = dict[str, Any]

# In characters, of an entry without a title: its first words stand for it.
TITLE_OF_WORDS = 80
MAX_TITLE_CHARS = 300
MAX_AUTHOR_CHARS = 150
MAX_TOPICS = 6
MAX_TOPIC_CHARS = 60

UNTITLED = "Untitled"
_AHEAD = timedelta(days=2)


def read_entries(feed: Feed, address: str) -> Iterator[ParsedArticle]:
    """Give an article for each entry that holds anything at all, in the order of the feed."""
    about = feed["feed"]
    name = as_words(_text(about, "title")) or host_of(_text(about, "link") or address)
    is_atom = str(feed["version"]).startswith("atom")
    for entry in feed["entries"]:
        if entry:
            yield _article(entry, name, is_atom=is_atom)


def _article(entry: Entry, source_name: str, *, is_atom: bool) -> ParsedArticle:
    link = _link(entry)
    body, is_summary = _body(entry, link)
    published, updated = _moment(entry, "published_parsed"), _moment(entry, "updated_parsed")
    published = published or _moment(entry, "created_parsed")
    return ParsedArticle(
        title=_title(entry, body, is_atom=is_atom) or link or _text(entry, "id") or UNTITLED,
        body_html=body,
        author=_author(entry),
        source_name=source_name,
        source_url=link,
        external_id=_text(entry, "id").strip(),
        published_at=published or updated,
        updated_at=updated if published and updated and updated > published else None,
        topics=_topics(entry),
        lead_image=_picture(entry, link),
        is_excerpt=is_teaser(body, link, is_summary=is_summary),
    )


def _title(entry: Entry, body: str, *, is_atom: bool) -> str:
    said = entry.get("title_detail") or {}
    is_plain = is_atom and said.get("type") == "text/plain"
    title = as_words(_text(entry, "title"), is_plain=is_plain)
    if len(title) > MAX_TITLE_CHARS:
        return excerpt(title, MAX_TITLE_CHARS)
    words = "" if title else html_to_text(body)
    return title or (excerpt(words, TITLE_OF_WORDS) if words else "")


def _body(entry: Entry, link: str) -> tuple[str, bool]:
    """Give the longest of the texts that an entry has, or a summary; and whether it is that."""
    texts = [as_html(_text(each, "value"), each.get("type") or "", each.get("base") or link)
             for each in entry.get("content") or []]  # fmt: skip
    said = entry.get("summary_detail") or {}
    summary = as_html(_text(entry, "summary"), said.get("type") or "", said.get("base") or link)
    longest = max(texts, key=len, default="")
    return (longest, False) if longest else (summary, True)


def _link(entry: Entry) -> str:
    """Give the address of the article itself, past counters of clicks."""
    said = (_text(entry, "feedburner_origlink"), _text(entry, "link"), *(
        each.get("href", "") for each in entry.get("links") or [] if each.get("rel") == "alternate"
    ))  # fmt: skip
    return next((whole for each in said if (whole := absolute(each, ""))), "")


def _author(entry: Entry) -> str:
    names = [_text(each, "name") for each in entry.get("authors") or [] if each]
    names = [name for name in names if name] or [_text(entry, "author")]
    shown = ", ".join(dict.fromkeys(as_words(name) for name in names if "@" not in name))
    return shown if len(shown) <= MAX_AUTHOR_CHARS else ""


def _topics(entry: Entry) -> list[str]:
    said = [as_words(_text(tag, "label") or _text(tag, "term")) for tag in entry.get("tags") or []]
    short = [each for each in said if 1 < len(each) <= MAX_TOPIC_CHARS and "://" not in each]
    return list({each.casefold(): each for each in reversed(short)}.values())[::-1][:MAX_TOPICS]


def _picture(entry: Entry, link: str) -> str:
    said = [each.get("url") for each in entry.get("media_thumbnail") or []]
    for each in (*(entry.get("media_content") or []), *(entry.get("links") or [])):
        is_picture = each.get("medium") == "image" or str(each.get("type")).startswith("image/")
        said += [each.get("url") or each.get("href")] if is_picture else []
    return next((whole for each in said if (whole := absolute(each, link))), "")


def _moment(entry: Entry, name: str) -> datetime | None:
    """Give a time that the feed says, in UTC, or None for none and for an impossible one."""
    # `get` of feedparser's own kind of dict takes one time for another.
    said = dict.get(entry, name)
    if not isinstance(said, struct_time):
        return None
    try:
        moment = datetime(*said[:5], min(said[5], 59), tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    is_possible = FIRST_YEAR <= moment.year and moment < datetime.now(UTC) + _AHEAD
    return moment if is_possible else None


def _text(holder: Entry, name: str) -> str:
    said = dict.get(holder, name)
    return said if isinstance(said, str) else ""
