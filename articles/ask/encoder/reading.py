"""Reading articles with the encoder, a few at a time in the worker, and comparing questions with them."""

from collections.abc import Collection, Mapping

from django.db.models import F, Q

from articles.ask.encoder.extra import find_encoder
from articles.ask.encoder.likeness import Likeness
from articles.ask.encoder.models import ArticleEmbedding
from articles.ask.encoder.parts import cut
from articles.ask.passages import read_sentences
from articles.library.models import Article
from articles.library.querysets import ArticleQuerySet

# Raise this when articles are cut, read or packed in another way: all are then read again.
RULES = 1
TOGETHER = 5  # articles in one turn, so that imports are not kept waiting: about two seconds


def read_articles() -> int:
    """Let the encoder read articles that may be quoted and changed since; returns how many it read.

    What may not be quoted any more is forgotten. Without the extra there is nothing to do.
    """
    encoder = find_encoder()
    if encoder is None:
        return 0
    forgotten = ArticleEmbedding.objects.exclude(article__in=Article.objects.for_answers())
    if forgotten.exists():  # a statement that deletes nothing would hold up who writes
        forgotten.delete()
    waiting = list(unread().only("title", "body_html", "version")[:TOGETHER])
    for article in waiting:
        parts = cut(read_sentences(article.body_html))
        ArticleEmbedding.objects.update_or_create(
            article=article,
            defaults={
                "version": article.version,
                "rules": RULES,
                "directions": encoder.describe(article.title, parts),
            },
        )
    return len(waiting)


def unread() -> ArticleQuerySet:
    """Articles that may be quoted, and which the encoder has not read as they are now."""
    as_it_is = Q(embedding__version=F("version"), embedding__rules=RULES)
    return Article.objects.for_answers().exclude(as_it_is)


def read_likeness(question: str, keys: Collection[int]) -> Mapping[int, Likeness]:
    """How like these articles are to a question; nothing where the encoder has not read every one.

    One statement, and the time the encoder takes for a question, about twenty milliseconds.
    """
    encoder = find_encoder()
    if encoder is None or not keys:
        return {}
    rows = ArticleEmbedding.objects.filter(article__in=keys, rules=RULES)
    packed = {key: bytes(kept) for key, kept in rows.values_list("article", "directions")}
    return encoder.compare(question, packed) if len(packed) == len(keys) else {}
