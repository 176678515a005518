"""Matching on SQLite: FTS5 gives what fits in the order of its keys, the newest first.

Tokens are small letters and digits of ASCII (`articles.index.tokens`), so that nothing of what
somebody typed is ever read as a part of the expression.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection

# CROSS JOIN: SQLite keeps the order of the tables, so that the index is read first.
SELECT = """
    SELECT entry.key, entry.article_key, entry.tokens
    FROM articles_search_text
    CROSS JOIN articles_searchentry entry ON entry.id = articles_search_text.rowid
    LEFT JOIN articles_article article ON article.id = entry.article_key
    WHERE articles_search_text MATCH %s AND articles_search_text.rowid BETWEEN %s AND %s
    AND (article.state = 'published' OR entry.article_key < 0) {narrowed}
    ORDER BY articles_search_text.rowid DESC LIMIT %s
"""

Phrases = Sequence[tuple[str, ...]]


def expression(wanted: Phrases, unwanted: Phrases) -> str:
    """What FTS5 calls a query: all of these, and none of those."""
    every = " AND ".join(map(quoted, wanted))
    return f"({every}) NOT ({' OR '.join(map(quoted, unwanted))})" if unwanted else every


def quoted(phrase: tuple[str, ...]) -> str:
    """A word or a phrase; in quotes nothing is an operator."""
    return f'"{" ".join(phrase)}"'


def select(
    expression: str, span: tuple[int, int], narrowed: str, values: Sequence[int], most: int
) -> list[tuple[Any, ...]]:
    """Key, article and tokens of the newest entries that fit."""
    with connection.cursor() as cursor:
        cursor.execute(SELECT.format(narrowed=narrowed), [expression, *span, *values, most])
        return list(cursor.fetchall())
