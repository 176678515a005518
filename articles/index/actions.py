"""Writing the index. Call inside the transaction in which readers see or lose a thing.

Written out, because every post writes one entry and a queryset takes five times as long.
"""

from collections.abc import Iterable

from django.db import connection

from articles.index.entries import Entry
from articles.index.models import SearchEntry

TABLE = SearchEntry._meta.db_table
Values = tuple[int | str, ...]

# The names below are those of our own tables and columns; every value is a parameter.
# ruff: noqa: S608

WRITE = f"""
    INSERT INTO {TABLE} (id, kind, key, article_key, tokens) VALUES (%s, %s, %s, %s, %s)
    ON CONFLICT (kind, key) DO UPDATE
    SET id = excluded.id, article_key = excluded.article_key, tokens = excluded.tokens
    WHERE {TABLE}.id <> excluded.id OR {TABLE}.article_key <> excluded.article_key
    OR {TABLE}.tokens <> excluded.tokens
"""
REMOVE = f"DELETE FROM {TABLE} WHERE kind = %s AND key = %s"
MOVE = f"UPDATE {TABLE} SET article_key = %s WHERE kind = %s AND key = %s"


def write_entries(entries: Iterable[Entry]) -> None:
    """Let search find these things, by their words as they are now."""
    rows: list[Values] = [
        (each.id, each.kind, each.key, each.article, each.tokens) for each in entries
    ]
    run(WRITE, rows)


def remove_entries(kind: int, keys: Iterable[int]) -> None:
    """Let search find them no more. What is not there is passed over."""
    run(REMOVE, [(kind, key) for key in keys])


def move_entries(kind: int, keys: Iterable[int], article: int) -> None:
    """Say that they stand below another article now."""
    run(MOVE, [(article, kind, key) for key in keys])


def run(statement: str, rows: list[Values]) -> None:
    """Run a statement once for every row of values."""
    with connection.cursor() as cursor:
        if len(rows) == 1:
            cursor.execute(statement, rows[0])
        elif rows:
            cursor.executemany(statement, rows)
