"""From bytes to what feedparser makes of them. Nothing is fetched: it is given a stream of bytes."""

import io
import re
from typing import Any

from articles.importing.feeds.guarding import refuse_bombs, refuse_endless_markup
from articles.importing.feeds.limits import check_entries, check_size
from articles.importing.late import Late
from articles.importing.pages.encodings import decode
from articles.importing.records import ParseError
from common.urls import clean_address

Feed = dict[str, Any]

parse_feed = Late("feedparser", "parse")

# A prefix (`rdf:RDF`) is any; CDF writes its names in capitals.
_ROOT = re.compile(r"<(?:[\w.-]{1,30}:)?(?:rss|rdf|feed|channel)(?=[\s/>])", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<html(?=[\s>])", re.IGNORECASE)
_ENTRY = re.compile(r"<(?:[\w.-]{1,30}:)?(?:item|entry)(?=[\s/>])", re.IGNORECASE)
_BEGIN = re.compile(rf"<!doctype(?=\s)|{_ROOT.pattern}", re.IGNORECASE)
_UTF8 = '<?xml version="1.0" encoding="utf-8"?>\n'
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DECLARATION = re.compile(r"<\?xml\b[^>]{0,400}\?>", re.IGNORECASE)


def is_feed(head: str) -> bool:
    """Say whether a text begins as a feed does, whatever junk a server wrote before it."""
    head = _COMMENT.sub("", head)
    root, page = _ROOT.search(head), _PAGE.search(head)
    return root is not None and (page is None or root.start() < page.start())


def read_feed(data: bytes, address: str) -> Feed:
    """Give the feed and its entries. Raises ParseError for what is no feed, or is made to do harm."""
    check_size(data)
    text = decode(data)
    if "<" in text and not _ROOT.search(text):
        raise _no_feed()
    refuse_bombs(text)
    refuse_endless_markup(text)
    entries = sum(1 for _ in _ENTRY.finditer(text))
    check_entries(entries)
    feed = _parse(_whole(text), address)
    if len(feed["entries"]) < entries or not feed["version"]:
        # An encoding that only XML knows, or markup that mending made worse.
        again = _parse(data, address)
        is_better = len(again["entries"]) > len(feed["entries"]) or not feed["version"]
        feed = again if is_better else feed
    if not feed["entries"] and not feed["version"] and not _ROOT.search(text):
        raise _no_feed()
    return feed


def _no_feed() -> ParseError:
    return ParseError("There is no feed in this document; give the address of the feed itself.")


def _whole(text: str) -> bytes:
    """Give a document without the junk before it, in UTF-8 and saying so."""
    text = _DECLARATION.sub("", text, count=1)
    begin = _BEGIN.search(text)
    return (_UTF8 + text[begin.start() if begin else 0 :]).encode("utf-8")


def _parse(data: bytes, address: str) -> Feed:
    base = clean_address(address) or ""
    try:
        found = parse_feed(
            io.BytesIO(data),
            response_headers={"content-location": base},
            # Whoever stores the HTML sanitises it, and links are made absolute with the rest.
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (RecursionError, MemoryError, ValueError, TypeError, LookupError, AttributeError,
            ArithmeticError, AssertionError, OSError) as error:  # fmt: skip
        raise ParseError(
            "This feed is damaged in a way that cannot be read; check it and try again."
        ) from error
    # Of nothing at all it gives no version.
    return {
        "feed": found["feed"],
        "entries": found["entries"],
        "version": found.get("version") or "",
    }
