"""Reading every new and changed article once, for what is compared later."""

import logging
from collections.abc import Iterable

from django.db import models, transaction
from django.utils import timezone

from articles.library.models import Article
from articles.stories.comparing import Traits, read_traits
from articles.stories.documents import COMPARED, document_of, mark_of
from articles.stories.models import ArticleReading, StoryTrait
from articles.stories.relating import read_terms

logger = logging.getLogger("articles.stories")

NOTHING = Traits(None, frozenset(), [], {}, {}, frozenset())


def unread_articles() -> models.QuerySet[Article]:
    """Articles that changed since they were read, or never were."""
    is_read = models.Q(reading__version=models.F("version"))
    return Article.objects.exclude(is_read & models.Q(reading__isnull=False)).order_by("pk")


def read_article(article: Article) -> Traits | None:
    """Store what an article is found by; its traits if it is to be compared again, else None.

    What is withdrawn keeps no traits. An article that cannot be read stops nothing: it is told
    in the log, and left out until it changes.
    """
    mark = mark_of(article)
    known = ArticleReading.objects.filter(article=article).first()
    if known and known.mark == mark:
        ArticleReading.objects.filter(article=article).update(version=article.version)
        return None
    traits, terms = words_of(article) if article.state in COMPARED else (NOTHING, {})
    found = {"version": article.version, "mark": mark, "terms": terms, "read_at": timezone.now()}
    with transaction.atomic():
        ArticleReading.objects.update_or_create(article=article, defaults=found)
        store_traits(article, traits.lookup_keys())
    return traits if article.state in COMPARED else None


def words_of(article: Article) -> tuple[Traits, dict[str, float]]:
    """The traits and the terms of one article."""
    try:
        document = document_of(article)
        return read_traits(document), read_terms(document)
    except Exception:  # whatever it is, the other articles must not wait for it
        logger.exception("Article %s could not be read; it is left out.", article.pk)
        return NOTHING, {}


def traits_of(article: Article) -> Traits:
    """The traits of one article."""
    return words_of(article)[0]


def store_traits(article: Article, keys: Iterable[int]) -> None:
    """Put the article into the index under these keys, and under no others."""
    StoryTrait.objects.filter(article=article).delete()
    StoryTrait.objects.bulk_create([StoryTrait(article=article, trait=key) for key in keys])
