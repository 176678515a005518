"""When the article appeared and when it was changed."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from lxml import etree, html

from articles.importing.dates import FIRST_YEAR, read_moment
from articles.importing.late import Late
from articles.importing.pages.metas import Metas, first, item
from articles.importing.pages.structured import Node, words
from articles.importing.pages.trees import classes

find_date = Late("htmldate", "find_date")

_PUBLISHED = (
    "article:published_time article.published og:article:published_time og:published_time"
    " datepublished date_published publishdate publish-date publish_date pubdate pub_date"
    " parsely-pub-date sailthru.date dc.date.issued dcterms.issued dcterms.created dc.date.created"
    " dc.created citation_publication_date citation_date bt:pubdate originalpublicationdate"
    " datecreated published_date publication_date dc.date dcterms.date rnews:datepublished date"
)
_UPDATED = (
    "article:modified_time og:updated_time datemodified date_modified lastmod last-modified"
    " dcterms.modified dc.date.modified dc.modified article.updated parsely-updated-date"
    " revision_date updated_date"
)
# Clocks of servers differ, and a page may be dated in a zone that is ahead.
_AHEAD = timedelta(days=2)
# What programs write for "no date".
_NO_DATE = datetime(1970, 1, 2, tzinfo=UTC)
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?"
    r"\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?",
    re.IGNORECASE,
)
_TIME_CLASSES = frozenset(
    "published entry-date date-published dt-published pubdate post-date".split()
)


def published_at(tree: html.HtmlElement, metas: Metas, article: Node) -> datetime | None:
    """Give when the article appeared, in UTC, or None where the page does not say."""
    said = (
        words(article.get("datePublished")), first(metas, _PUBLISHED),
        item(tree, "datePublished dateCreated"), words(article.get("dateCreated")),
        _time_element(tree),
    )  # fmt: skip
    return next((found for each in said if (found := moment_of(each))), None) or _searched(tree)


def updated_at(
    tree: html.HtmlElement, metas: Metas, article: Node, published: datetime | None
) -> datetime | None:
    """Give when the article was changed after it had appeared, in UTC, or None."""
    said = (words(article.get("dateModified")), first(metas, _UPDATED), item(tree, "dateModified"))
    moment = next((found for each in said if (found := moment_of(each))), None)
    return moment if moment and published and moment > published else None


def moment_of(text: str) -> datetime | None:
    """Read a moment as programs and people write it; None for none, and for an impossible one.

    A time without an offset is taken as UTC, a date without a time as its midnight.
    """
    text = text.strip()[:60]
    moment = _iso(text) or read_moment(text) or _mail(text)
    if moment is None or moment.year < FIRST_YEAR or moment > datetime.now(UTC) + _AHEAD:
        return None
    return None if _NO_DATE - timedelta(days=2) < moment < _NO_DATE else moment


def _iso(text: str) -> datetime | None:
    found = _ISO.match(text)
    if not found or (
        found.end() < len(text) and found[4] is None and text[found.end()] not in "T +"
    ):
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        offset = _offset(found[7])
        return datetime(year, month, day, hour % 24, minute, min(second, 59), tzinfo=UTC) - offset
    except (ValueError, OverflowError):
        return None


def _offset(text: str | None) -> timedelta:
    if not text or text[0] not in "+-":
        return timedelta()
    digits = text[1:].replace(":", "").ljust(4, "0")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return away if text[0] == "+" else -away


def _mail(text: str) -> datetime | None:
    """Read a date as e-mail writes it, RFC 5322, section 3.3."""
    try:
        moment = parsedate_to_datetime(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _time_element(tree: html.HtmlElement) -> str:
    times = [each for each in tree.iter("time", "abbr") if _stamp(each)]
    for time in times:
        marked = "pubdate" in time.attrib or not _TIME_CLASSES.isdisjoint(classes(time))
        if marked and "updated" not in classes(time):
            return _stamp(time)
    return ""


def _stamp(element: etree._Element) -> str:
    return element.get("datetime") or (element.get("title") or "" if element.tag == "abbr" else "")


def _searched(tree: html.HtmlElement) -> datetime | None:
    """Give what htmldate finds where nothing is said in so many words."""
    try:
        found = find_date(tree, original_date=True, extensive_search=False, outputformat="%Y-%m-%d")
    except (ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError,
            etree.LxmlError):  # fmt: skip
        return None  # a page whose date cannot be found has none; its text matters more
    return moment_of(found or "")
