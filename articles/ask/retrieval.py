"""The articles that have words of a question, out of the index of search.

Only articles that readers can see and that staff approved for answers: asked of the database each
time, so that nothing that was withdrawn a moment ago is quoted.
"""

from collections.abc import Iterable, Sequence

from django.db import connection

from articles.ask.ranking import Candidate
from articles.ask.thesaurus import FAINT_TERMS
from articles.ask.wording import Asked, others_in
from articles.index.entries import Kind, id_range

# Articles that are compared with a question. Every one costs its reading; what fits is among those
# with its rarest words.
CANDIDATES_MAX = 300
SPAN = id_range(Kind.ARTICLE)

# The names are those of our own tables and columns; every value is a parameter.
# ruff: noqa: S608

APPROVED = "article.state = 'published' AND article.answers_approved_at IS NOT NULL"
SIZE = f"SELECT count(*) FROM articles_article article WHERE {APPROVED}"
SQLITE_COUNT = """
    SELECT %s, count(*) FROM articles_search_text
    WHERE articles_search_text MATCH %s AND rowid BETWEEN %s AND %s
"""
SQLITE_FIND = f"""
    SELECT entry.key, entry.tokens
    FROM articles_search_text
    CROSS JOIN articles_searchentry entry ON entry.id = articles_search_text.rowid
    CROSS JOIN articles_article article ON article.id = entry.key
    WHERE articles_search_text MATCH %s AND articles_search_text.rowid BETWEEN %s AND %s
    AND {APPROVED}
    ORDER BY articles_search_text.rowid DESC LIMIT %s
"""
POSTGRESQL_COUNT = """
    SELECT %s, count(*) FROM articles_searchentry
    WHERE vector @@ %s::tsquery AND id BETWEEN %s AND %s
"""
POSTGRESQL_FIND = f"""
    SELECT entry.key, entry.tokens
    FROM articles_searchentry entry JOIN articles_article article ON article.id = entry.key
    WHERE entry.vector @@ %s::tsquery AND entry.id BETWEEN %s AND %s
    AND {APPROVED}
    ORDER BY entry.id DESC LIMIT %s
"""


def count_articles() -> int:
    """How many articles may be quoted."""
    with connection.cursor() as cursor:
        cursor.execute(SIZE)
        return int(cursor.fetchone()[0])


def count_holding(terms: Iterable[str]) -> dict[str, int]:
    """How many articles hold each of these tokens."""
    wanted = list(terms)
    if not wanted:
        return {}
    count = POSTGRESQL_COUNT if is_postgresql() else SQLITE_COUNT
    values = [value for term in wanted for value in (term, any_of([term]), *SPAN)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([count] * len(wanted)), values)
        return dict(cursor.fetchall())


def find_candidates(asked: Asked, holding: dict[str, int]) -> list[Candidate]:
    """Articles with the rarest words of a question, at most `CANDIDATES_MAX`, the newest first."""
    chosen = rarest(asked, holding)
    if not chosen:
        return []
    find = POSTGRESQL_FIND if is_postgresql() else SQLITE_FIND
    with connection.cursor() as cursor:
        cursor.execute(find, [any_of(chosen), *SPAN, CANDIDATES_MAX])
        return [Candidate(*row) for row in cursor.fetchall()]


def rarest(asked: Asked, holding: dict[str, int]) -> list[str]:
    """The words to look for: the rarest first, while they do not fill the room; at least one.

    Other words for the same thing come after the words of the question themselves, everyday words last.
    """
    own = {term for term in asked.terms if holding.get(term)}
    others = {other for other in others_in(asked) if holding.get(other)} - own
    chosen: list[str] = []
    room = CANDIDATES_MAX
    for terms in (own - FAINT_TERMS, others - FAINT_TERMS, own & FAINT_TERMS):
        for term in sorted(terms, key=lambda each: (holding[each], each)):
            room -= holding[term]
            if chosen and room < 0:
                break
            chosen.append(term)
    return chosen


def any_of(terms: Sequence[str]) -> str:
    """What the database calls a query for one of these tokens: letters and digits of ASCII."""
    if is_postgresql():
        return " | ".join(f"'{term}'" for term in terms)
    return " OR ".join(f'"{term}"' for term in terms)


def is_postgresql() -> bool:
    return connection.vendor == "postgresql"
