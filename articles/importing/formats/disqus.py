"""Disqus exports: the comments of a site without its articles, one record for each discussion.

Spam stays out. A deleted post keeps its place, without words and name, as long as somebody's
answer stands below it. Discussions in which nothing is left are passed over.
"""

from collections.abc import Iterator

from articles.importing.exports.decoding import XmlText
from articles.importing.exports.disqus_posts import POST, WANTED, family
from articles.importing.exports.disqus_site import Site
from articles.importing.exports.limits import (
    MAX_EXPORT_BYTES,
    check_articles,
    check_comments,
)
from articles.importing.exports.mending import with_mendings
from articles.importing.exports.packing import unpacked
from articles.importing.exports.xml_records import read_records
from articles.importing.exports.xml_root import read_root
from articles.importing.records import ParsedArticle, ParseError

NAME = "disqus"
EXTENSIONS = (".xml", ".gz")
MAX_BYTES = MAX_EXPORT_BYTES


def detect(data: bytes, filename: str) -> bool:
    """Say whether the root of the document is that of a Disqus export."""
    root = read_root(data)
    return root.name == "disqus" and "disqus.com" in root.behind.partition(">")[0].lower()


def parse(data: bytes, *, address: str | None = None) -> Iterator[ParsedArticle]:
    """Give one article without text for each discussion, in the order of the export.

    Raises ParseError for what is damaged, too large, or holds no comments that can be placed.
    """
    text = XmlText(unpacked(data))
    return with_mendings(_articles(text), text)


def _articles(text: XmlText) -> Iterator[ParsedArticle]:
    site = Site()
    posts = 0
    for record in read_records(text, WANTED, family):
        if record.path == POST:
            check_comments(posts := posts + 1)
            site.add_post(record)
        else:
            site.add_thread(record)
            check_articles(len(site.threads))
    articles = site.articles()
    first = next(articles, None)
    if first is None:
        raise ParseError("There are no comments in this Disqus export that can be taken over.")
    yield site.with_lost_posts(first)
    yield from articles
