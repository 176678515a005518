"""Which entries fit a query: the newest of them, in the words of either database.

A common word fits most of the archive. The newest thousand are read and ranked; behind them the
count says "more than 1,000".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from articles.index.entries import LAST_DAY, NO_DAY, Kind, day_number, id_range
from articles.index.tokens import AUTHOR, EVERY, named
from articles.search import postgresql, sqlite
from articles.search.query import Query, Term
from articles.search.ranking import Found

# Entries of a kind that are counted and ranked. Nobody reads on behind fifty pages.
COUNTED_MAX = 1_000


@dataclass(frozen=True, slots=True)
class Topics:
    """What a query says about topics: keys of which one must be there, and of which none may."""

    one_of: tuple[tuple[int, ...], ...] = ()
    none_of: tuple[int, ...] = ()


def find(query: Query, kind: Kind, topics: Topics, most: int = COUNTED_MAX + 1) -> list[Found]:
    """The newest entries that fit, at most `most`. Only what stands below published articles or in conversations."""
    if query.is_empty or not all(topics.one_of):
        return []
    engine = postgresql if connection.vendor == "postgresql" else sqlite
    wanted = [*phrases(query.wanted), *by(query.authors)] or [(EVERY,)]
    unwanted = [*phrases(query.unwanted), *by(query.not_by)]
    rows = engine.select(
        engine.expression(wanted, unwanted), span(query, kind), *narrowed(topics), most
    )
    return [Found(*row) for row in rows]


def phrases(terms: Iterable[Term]) -> list[tuple[str, ...]]:
    """The tokens of words and phrases."""
    return [term.tokens for term in terms]


def by(terms: Iterable[Term]) -> list[tuple[str, ...]]:
    """The tokens of authors."""
    return [tuple(named(AUTHOR, list(term.tokens))) for term in terms]


def span(query: Query, kind: Kind) -> tuple[int, int]:
    """The keys among which entries of a kind and of the days of the query lie."""
    first, last = query.days.first, query.days.last
    earliest = day_number(first) if first else NO_DAY + bool(last)
    return id_range(kind, earliest, day_number(last) if last else LAST_DAY)


def narrowed(topics: Topics) -> tuple[str, list[int]]:
    """The condition on the article of an entry, and its values."""
    conditions = [condition("IN", keys) for keys in topics.one_of]
    if topics.none_of:
        conditions.append(condition("NOT IN", topics.none_of))
    keys = [key for some in (*topics.one_of, topics.none_of) for key in (*some, *some)]
    return " ".join(conditions), keys


def condition(how: str, keys: Sequence[int]) -> str:
    """That the article, or the conversation, stands under one of so many topics, or under none of them."""
    marks = ", ".join(["%s"] * len(keys))
    topics = f"SELECT article_id FROM articles_article_topics WHERE topic_id IN ({marks})"  # noqa: S608
    joins = "OR" if how == "IN" else "AND"
    return f"AND (entry.article_key {how} ({topics}) {joins} -entry.article_key {how} ({marks}))"
