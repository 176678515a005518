"""Which topics somebody means who types "topic:"."""

from articles.index.tokens import tokens
from articles.models import Topic
from articles.search.matching import Topics
from articles.search.query import Query


def resolve(query: Query) -> tuple[Topics, tuple[str, ...]]:
    """The topics of a query, and what was typed that is no topic's name or a part of one."""
    if not (query.topics or query.not_topics):
        return Topics(), ()
    known = list(Topic.objects.values_list("pk", "name", "slug"))
    one_of = tuple(keys_of(typed, known) for typed in query.topics)
    none_of = tuple(key for typed in query.not_topics for key in keys_of(typed, known))
    unknown = tuple(typed for typed, keys in zip(query.topics, one_of, strict=True) if not keys)
    return Topics(one_of, none_of), unknown


def keys_of(typed: str, known: list[tuple[int, str, str]]) -> tuple[int, ...]:
    """The topics with that slug, or with those words in their names."""
    wanted = f" {' '.join(tokens(typed))} "
    return tuple(
        key
        for key, name, slug in known
        if slug == typed.strip().lower() or (wanted.strip() and wanted in padded(name))
    )


def padded(name: str) -> str:
    """The words of a name with a space around each."""
    return f" {' '.join(tokens(name))} "
