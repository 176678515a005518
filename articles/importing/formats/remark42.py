"""Backups of remark42: a line about the site, then one comment on each line. Maybe packed.

Read from `backend/app/migrator/native.go` and `backend/app/store/comment.go` of that project. A
deleted comment keeps its place, without words and name, while somebody's answer is below it.
"""

import re
from collections.abc import Iterator

from articles.importing.exports.discussions import Discussions
from articles.importing.exports.json_reading import JsonReader, json_head, json_text
from articles.importing.exports.json_values import Row, row_of, text_of
from articles.importing.exports.leaving_out import NO_PAGE
from articles.importing.exports.limits import MAX_EXPORT_BYTES
from articles.importing.exports.remark42_comments import is_comment, told_comment
from articles.importing.exports.wording import plain
from articles.importing.records import ParsedArticle

NAME = "remark42"
EXTENSIONS = (".json", ".gz")
MAX_BYTES = MAX_EXPORT_BYTES

_META = re.compile(r'\{\s*"version"\s*:\s*\d+\s*,\s*"(?:users|posts)"\s*:')


def detect(data: bytes, filename: str) -> bool:
    """Say whether the document begins like a backup."""
    head = json_head(data)
    if not head.startswith("{"):
        return False
    return _META.match(head) is not None or ('"locator"' in head and '"pid"' in head)


def parse(data: bytes, *, address: str | None = None) -> Iterator[ParsedArticle]:
    """Give one article without text for each page, in the order in which they are met.

    Raises ParseError for what is damaged, too large, or holds no comments.
    """
    site = Discussions(address)
    reader = JsonReader(json_text(data))
    while reader.next():
        line = reader.line()
        row = row_of(reader.value())
        if is_comment(row):
            _add(site, row, line)
    yield from site.articles()


def _add(site: Discussions, row: Row, line: int) -> None:
    site.count()
    link = text_of(row_of(row.get("locator")), "url")
    if not link:
        site.lost.comments(NO_PAGE)
        return
    page = site.page(link, link, plain(text_of(row, "title")))
    page.told.append(told_comment(row, line))
