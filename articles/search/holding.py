"""Which entries hold a word or a phrase, all of them, whoever may read what they stand for."""

from collections.abc import Iterator

from django.db import connection

from articles.index.entries import Kind, id_range
from articles.search import postgresql, sqlite

CHUNK = 500  # entries asked for at a time

# CROSS JOIN: SQLite keeps the order of the tables, so that the index is read first.
SQLITE = """
    SELECT entry.id, entry.key
    FROM articles_search_text CROSS JOIN articles_searchentry entry ON entry.id = articles_search_text.rowid
    WHERE articles_search_text MATCH %s AND articles_search_text.rowid BETWEEN %s AND %s
    ORDER BY articles_search_text.rowid DESC LIMIT %s
"""
# A part that is worked out for itself: walking back from the newest entry takes long for a rare word.
POSTGRESQL = """
    WITH found AS MATERIALIZED (
        SELECT id, key FROM articles_searchentry WHERE vector @@ %s::tsquery AND id BETWEEN %s AND %s
    )
    SELECT id, key FROM found ORDER BY id DESC LIMIT %s
"""


def keys_holding(phrase: tuple[str, ...], kind: Kind) -> Iterator[list[int]]:
    """The keys of what holds these tokens in a row, the newest first, some hundred at a time."""
    is_postgresql = connection.vendor == "postgresql"
    statement = POSTGRESQL if is_postgresql else SQLITE
    quoted = (postgresql if is_postgresql else sqlite).quoted(phrase)
    first, last = id_range(kind)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(statement, [quoted, first, last, CHUNK])
            rows: list[tuple[int, int]] = cursor.fetchall()
        if rows:
            yield [key for _, key in rows]
        if len(rows) < CHUNK:
            return
        last = rows[-1][0] - 1
