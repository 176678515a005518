"""JSON Feed 1 and 1.1: one article for each item. Source: https://www.jsonfeed.org/version/1.1/."""

import json
import re
from typing import Any

from articles.importing.feeds.json_items import article
from articles.importing.feeds.limits import MAX_FEED_BYTES, check_entries, check_size
from articles.importing.pages.encodings import decode
from articles.importing.records import ParsedArticle, ParseError

NAME = "json_feed"
EXTENSIONS = (".json",)
MAX_BYTES = MAX_FEED_BYTES
# Levels of brackets: the format itself has five, extensions a few more.
MAX_BRACKETS = 100

_HEAD_BYTES = 4_096
_SIGN = re.compile(
    r"""\s*\{.*"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version""", re.DOTALL
)


def detect(data: bytes, filename: str) -> bool:
    """Say whether the document is a JSON object that names a version of the format."""
    return _SIGN.match(decode(data[:_HEAD_BYTES])) is not None


def parse(data: bytes, *, address: str | None = None) -> list[ParsedArticle]:
    """Give an article for each item that holds anything; raise ParseError for what is no JSON Feed."""
    check_size(data)
    feed = _load(decode(data))
    items = feed.get("items")
    if not isinstance(items, list):
        raise ParseError("There is no list of items in this JSON document; check it and try again.")
    check_entries(len(items))
    return [article(item, feed, address or "") for item in items if isinstance(item, dict) and item]


def _load(text: str) -> dict[str, Any]:
    if _deepest(text) > MAX_BRACKETS:
        raise ParseError(
            "This JSON document is nested too deep to be a feed; check it and try again."
        )
    try:
        feed = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise ParseError(
            f"This is no valid JSON ({error.msg}); check it and try again.",
            error.lineno,
            error.colno,
        ) from error
    except (ValueError, RecursionError) as error:  # a number with thousands of digits
        raise ParseError("This JSON document cannot be read; check it and try again.") from error
    if not isinstance(feed, dict):
        raise ParseError("This JSON document is no feed; check it and try again.")
    return feed


def _deepest(text: str) -> int:
    """Give the levels of brackets; those in strings count, too, for they are no more than a few."""
    level = deepest = 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', text, re.DOTALL):
        if found[0][0] != '"':
            level += 1 if found[0] in "[{" else -1
            deepest = max(deepest, level)
    return deepest
