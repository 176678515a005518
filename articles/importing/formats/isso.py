"""The database of Isso, an SQLite file: its threads with their comments.

Read from `isso/db/comments.py` and `isso/db/threads.py` of that project. A deleted comment keeps
its place, without words and name, while somebody's answer is below it.
"""

from collections.abc import Iterator

from articles.importing.exports.discussions import Discussions, Page
from articles.importing.exports.isso_comments import told_comment
from articles.importing.exports.isso_database import MAGIC, opened, rows
from articles.importing.exports.json_values import Row, text_of
from articles.importing.exports.leaving_out import NO_PAGE
from articles.importing.exports.limits import MAX_EXPORT_BYTES, check_size
from articles.importing.records import ParsedArticle

NAME = "isso"
EXTENSIONS = (".db", ".sqlite", ".sqlite3")
MAX_BYTES = MAX_EXPORT_BYTES

# The largest page that SQLite has; the first one holds the names of the tables.
_FIRST_PAGE = 65_536


def detect(data: bytes, filename: str) -> bool:
    """Say whether the document is an SQLite database that names the tables of Isso."""
    head = data[:_FIRST_PAGE]
    return head.startswith(MAGIC) and b"threads" in head and b"comments" in head


def parse(data: bytes, *, address: str | None = None) -> Iterator[ParsedArticle]:
    """Give one article without text for each thread. `address` is where the site is, for the
    database knows nothing but paths.

    Raises ParseError for what is damaged, too large, not of Isso, or holds no comments.
    """
    check_size(data)
    site = Discussions(address)
    pages: dict[str, Page] = {}
    with opened(data) as database:
        for row in rows(database, "threads"):
            uri = text_of(row, "uri")
            pages[text_of(row, "id")] = site.page(uri, uri, text_of(row, "title"))
        for row in rows(database, "comments"):
            site.count()
            _add(site, pages.get(text_of(row, "tid")), row)
    return site.articles()


def _add(site: Discussions, page: Page | None, row: Row) -> None:
    if page is None:
        site.lost.comments(NO_PAGE)
    else:
        page.told.append(told_comment(row, len(page.told) + 1))
