"""JSON in the shape that Isso itself imports ("generic"): a list of threads with comments.

Read from `isso/migrate.py` of that project. Ids of comments may be missing; answers are not told
in this shape, so comments stand one below the other in the order of the list.
"""

import re
from collections.abc import Iterator

from articles.importing.exports.discussions import Discussions
from articles.importing.exports.isso_comments import told_comment
from articles.importing.exports.json_reading import JsonReader, json_head, json_text
from articles.importing.exports.json_values import row_of, text_of
from articles.importing.exports.leaving_out import NO_PAGE
from articles.importing.exports.limits import MAX_EXPORT_BYTES
from articles.importing.records import ParsedArticle

NAME = "isso-json"
EXTENSIONS = (".json",)
MAX_BYTES = MAX_EXPORT_BYTES

_BEGINNING = re.compile(r"\[\s*\{\s*\"")
_COMMENTS = re.compile(r'"comments"\s*:\s*\[')


def detect(data: bytes, filename: str) -> bool:
    """Say whether the document is a list of objects with comments in them."""
    head = json_head(data)
    return _BEGINNING.match(head) is not None and _COMMENTS.search(head) is not None


def parse(data: bytes, *, address: str | None = None) -> Iterator[ParsedArticle]:
    """Give one article without text for each thread. `address` is where the site is.

    Raises ParseError for what is damaged, too large, or holds no comments.
    """
    site = Discussions(address)
    reader = JsonReader(json_text(data))
    for value in reader.elements():
        _add(site, row_of(value))
    reader.end()
    return site.articles()


def _add(site: Discussions, thread: dict[str, object] | object) -> None:
    row = row_of(thread)
    comments = row.get("comments")
    key = text_of(row, "id")
    for comment in comments if isinstance(comments, list) else []:
        site.count()
        if not key:
            site.lost.comments(NO_PAGE)
            continue
        page = site.page(key, key, text_of(row, "title"))
        page.told.append(told_comment(row_of(comment), len(page.told) + 1))
