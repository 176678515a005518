"""WordPress exports (WXR 1.0, 1.1 and 1.2): articles with their comments.

Every post becomes an article, whatever its state there, except what lies in the trash. Pages,
pictures and menus are no articles and are passed over together with their comments. Of the people
who commented only name and e-mail address are read, never their network or web address.
"""

import re
from collections.abc import Iterator

from articles.importing.exports.decoding import XmlText
from articles.importing.exports.limits import (
    MAX_EXPORT_BYTES,
    check_articles,
    check_comments,
)
from articles.importing.exports.mending import with_mendings
from articles.importing.exports.packing import unpacked
from articles.importing.exports.trees import Told
from articles.importing.exports.wording import plain
from articles.importing.exports.wordpress_articles import article, is_article
from articles.importing.exports.wordpress_comments import told_comment
from articles.importing.exports.wordpress_names import (
    AUTHOR,
    CHANNEL_TITLE,
    COMMENT,
    ITEM,
    WANTED,
    family,
)
from articles.importing.exports.xml_records import OWN_TEXT, Record, read_records
from articles.importing.exports.xml_root import read_root
from articles.importing.records import ParsedArticle, ParseError

NAME = "wordpress"
EXTENSIONS = (".xml", ".wxr", ".gz")
MAX_BYTES = MAX_EXPORT_BYTES

_SIGN = re.compile(r"https?://(?:www\.)?wordpress\.org/export/|<wp:wxr_version\b", re.IGNORECASE)


def detect(data: bytes, filename: str) -> bool:
    """Say whether the document is RSS with the signs of a WordPress export in its beginning."""
    root = read_root(data)
    return root.name == "rss" and _SIGN.search(root.behind) is not None


def parse(data: bytes, *, address: str | None = None) -> Iterator[ParsedArticle]:
    """Give the articles of an export one by one, in its order.

    Raises ParseError for what is damaged, too large, or no export of WordPress.
    """
    text = XmlText(unpacked(data))
    return with_mendings(_articles(text), text)


def _articles(text: XmlText) -> Iterator[ParsedArticle]:
    source_name, authors = "", dict[str, str]()
    comments: list[Told] = []
    found = told = items = 0
    for record in read_records(text, WANTED, family):
        if record.path == COMMENT:
            comments.append(told_comment(record))
            check_comments(told := told + 1)
        elif record.path == ITEM:
            items += 1
            if is_article(record):
                check_articles(found := found + 1)
                yield article(record, comments, source_name=source_name, authors=authors)
            comments = []
        elif record.path == CHANNEL_TITLE:
            source_name = source_name or plain(record.text(OWN_TEXT))
        elif record.path == AUTHOR:
            _remember(record, authors)
    if not items:
        raise ParseError("There are no articles in this WordPress export; export it again.")


def _remember(author: Record, authors: dict[str, str]) -> None:
    login, name = author.text("wp:author_login"), plain(author.text("wp:author_display_name"))
    if login and name:
        authors.setdefault(login, name)
