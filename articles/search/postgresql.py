"""Matching on PostgreSQL, by one of two ways.

What fits much of the archive is found soonest by walking back from the newest entry; what is rare,
by the GIN index. The planner knows too little of words to choose: a probe of the newest entries
tells. Written as a function, the match cannot use the index; in a part that is worked out for
itself, nothing asks for an order.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection

PROBE = 2_000  # of the newest entries, looked at first: two or three milliseconds
# Entries that walking back may have to look at, to be the quicker way. Of a phrase the index gives
# every entry that has its words, and each has to be looked into.
WALK, PHRASE_WALK = 20_000, 100_000

COUNT_NEWEST = """
    SELECT count(*) FROM (
        SELECT vector FROM articles_searchentry
        WHERE id BETWEEN %s AND %s ORDER BY id DESC LIMIT %s
    ) newest
    WHERE ts_match_vq(newest.vector, %s::tsquery)
"""
WALK_BACK = """
    SELECT entry.key, entry.article_key, entry.tokens
    FROM articles_searchentry entry
    LEFT JOIN articles_article article ON article.id = entry.article_key
    WHERE entry.id BETWEEN %s AND %s AND ts_match_vq(entry.vector, %s::tsquery)
    AND (article.state = 'published' OR entry.article_key < 0) {narrowed}
    ORDER BY entry.id DESC LIMIT %s
"""
BY_INDEX = """
    WITH found AS MATERIALIZED (
        SELECT id, article_key
        FROM articles_searchentry WHERE id BETWEEN %s AND %s AND vector @@ %s::tsquery
    ),
    newest AS MATERIALIZED (
        SELECT entry.id
        FROM found entry LEFT JOIN articles_article article ON article.id = entry.article_key
        WHERE (article.state = 'published' OR entry.article_key < 0) {narrowed}
        ORDER BY entry.id DESC LIMIT %s
    )
    SELECT entry.key, entry.article_key, entry.tokens
    FROM newest JOIN articles_searchentry entry ON entry.id = newest.id
    ORDER BY entry.id DESC
"""
NEXT_TO = " <-> "

Phrases = Sequence[tuple[str, ...]]


def expression(wanted: Phrases, unwanted: Phrases) -> str:
    """What PostgreSQL calls a tsquery: all of these, and none of those."""
    return " & ".join([*map(quoted, wanted), *(f"!({quoted(phrase)})" for phrase in unwanted)])


def quoted(phrase: tuple[str, ...]) -> str:
    """A word or a phrase; in quotes nothing is an operator."""
    return NEXT_TO.join(f"'{token}'" for token in phrase)


def select(
    expression: str, span: tuple[int, int], narrowed: str, values: Sequence[int], most: int
) -> list[tuple[Any, ...]]:
    """Key, article and tokens of the newest entries that fit."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT_NEWEST, [*span, PROBE, expression])
        walk = PHRASE_WALK if NEXT_TO in expression else WALK
        is_common = cursor.fetchone()[0] * walk >= most * PROBE
        way = WALK_BACK if is_common and not narrowed else BY_INDEX
        cursor.execute(way.format(narrowed=narrowed), [*span, expression, *values, most])
        return list(cursor.fetchall())
