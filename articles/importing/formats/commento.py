"""Exports of Commento and of Comentario (versions 1 and 3), maybe packed.

Read from `api/domain_export.go` of Commento and from the API description of Comentario. A deleted
comment keeps its place, without words and name, while somebody's answer is below it; what was
flagged by their check for spam waits for a person here.
"""

import re
from collections.abc import Iterator

from articles.importing.exports.commento_comments import told_comment
from articles.importing.exports.discussions import Discussions
from articles.importing.exports.json_reading import JsonReader, json_head, json_text
from articles.importing.exports.json_values import Row, row_of, text_of
from articles.importing.exports.leaving_out import NO_PAGE
from articles.importing.exports.limits import MAX_EXPORT_BYTES
from articles.importing.records import ParsedArticle, ParseError

NAME = "commento"
EXTENSIONS = (".json", ".gz")
MAX_BYTES = MAX_EXPORT_BYTES

_BEGINNING = re.compile(r'\{\s*"version"\s*:\s*[123]\s*,\s*"(?:comments|commenters|pages)"\s*:')
_VERSIONS = {"1", "2", "3"}


def detect(data: bytes, filename: str) -> bool:
    """Say whether the document begins like an export."""
    head = json_head(data)
    has_ids = '"commentHex"' in head or '"commenterHex"' in head
    return head.startswith("{") and (has_ids or _BEGINNING.match(head) is not None)


def parse(data: bytes, *, address: str | None = None) -> Iterator[ParsedArticle]:
    """Give one article without text for each page, in the order in which they are met.

    `address` is where the site is, for exports that hold nothing but paths. Raises ParseError for
    what is damaged, too large, of an unknown version, or holds no comments.
    """
    export = _Export(Discussions(address))
    reader = JsonReader(json_text(data))
    for name, value in reader.members():
        export.take(name, value)
    reader.end()
    return export.site_with_comments().articles()


class _Export:
    """The lists of an export; comments need the others to be known, and may come first."""

    def __init__(self, site: Discussions) -> None:
        self._site = site
        self._comments: list[Row] = []
        self._people: dict[str, Row] = {}
        self._pages: dict[str, Row] = {}

    def take(self, name: str, value: object) -> None:
        row = row_of(value)
        if name == "version" and text_of({name: value}, name) not in _VERSIONS:
            raise ParseError("This version of the export is not known here; export as version 1.")
        if name == "comments":
            self._site.count()
            self._comments.append(row)
        elif name == "commenters":
            self._people[text_of(row, "commenterHex", "id")] = row
        elif name == "pages":
            self._pages[text_of(row, "id")] = row

    def site_with_comments(self) -> Discussions:
        for number, row in enumerate(self._comments, 1):
            self._add(row, number)
        return self._site

    def _add(self, row: Row, number: int) -> None:
        known = self._pages.get(text_of(row, "pageId"), {})
        path = text_of(row, "path", "url") or text_of(known, "path")
        if not path:
            self._site.lost.comments(NO_PAGE)
            return
        domain = text_of(row, "domain", "host")
        link = path if "://" in path else f"/{path.lstrip('/')}"
        if domain and link.startswith("/"):
            link = f"https://{domain}{link}"
        page = self._site.page(link, link, text_of(known, "title"))
        page.told.append(told_comment(row, self._people, number))
