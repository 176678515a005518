"""Feeds: RSS 0.9 to 2.0, RDF, Atom and CDF, one article for each entry.

Broken markup, other encodings than declared and junk before the first element are read as far as
they can be; nothing that a feed names is fetched.
"""

from articles.importing.feeds.entries import read_entries
from articles.importing.feeds.limits import MAX_FEED_BYTES
from articles.importing.feeds.reading import is_feed, read_feed
from articles.importing.pages.encodings import decode
from articles.importing.records import ParsedArticle

NAME = "feed"
EXTENSIONS = (".rss", ".atom", ".rdf", ".xml")
MAX_BYTES = MAX_FEED_BYTES

# Servers write warnings before a feed, and some feeds have long comments.
_HEAD_BYTES = 8_192


def detect(data: bytes, filename: str) -> bool:
    """Say whether the document is a feed, by its first element."""
    return is_feed(decode(data[:_HEAD_BYTES]))


def parse(data: bytes, *, address: str | None = None) -> list[ParsedArticle]:
    """Give an article for each entry; none for a feed without entries.

    `address` is where the feed was found; its links are relative to it where it does not say
    otherwise. Raises ParseError for what is no feed, is too large, or is made to do harm.
    """
    return list(read_entries(read_feed(data, address or ""), address or ""))
