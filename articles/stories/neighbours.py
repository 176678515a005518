"""What to read next, computed ahead by the worker.

An article's list is computed when the article was read (see `reading`) or moved between stories,
and when one that stands in it was withdrawn. A new article may belong into the lists of those
that are near to it, so these are computed again, too.
"""

import time
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from articles.library.actions import renew_surroundings
from articles.library.models import Article
from articles.stories.models import ArticleReading, RelatedArticle
from articles.stories.reading import unread_articles
from articles.stories.relating import Index, Known, choose
from articles.stories.relating.choosing import LOOKED_AT

PUBLISHED = Article.State.PUBLISHED
# Seconds after which the rest waits for the next time: the worker has mail to send.
LONGEST_TIME = 15.0
BATCH = 100


def relate_articles() -> int:
    """Compute the lists that are no longer true; how many there were.

    While articles wait to be read, the lists wait, too: they would be computed twice.
    """
    forget_withdrawn()
    if not stale_readings().exists() or unread_articles().exists():
        return 0
    ends, related = time.monotonic() + LONGEST_TIME, 0
    loaded_at = timezone.now()
    index, known = load_index(), load_known()
    while time.monotonic() < ends:
        batch = list(stale_readings().values_list("pk", "read_at")[:BATCH])
        for key, read_at in batch:
            relate_article(key, read_at, index, known, loaded_at)
            related += 1
            if time.monotonic() >= ends:
                break
        if not batch:
            break
    return related


def stale_readings() -> QuerySet[ArticleReading]:
    """Published articles whose list was computed before they, or what is near to them, changed."""
    published = ArticleReading.objects.filter(article__state=PUBLISHED)
    return published.filter(Q(related_at=None) | Q(related_at__lt=F("read_at"))).order_by("pk")


def forget_withdrawn() -> None:
    """Have the lists computed again in which something stands that readers may not see."""
    gone = RelatedArticle.objects.exclude(other__state=PUBLISHED)
    owners = list(gone.values_list("article_id", flat=True).distinct())
    if owners:
        ArticleReading.objects.filter(pk__in=owners).update(related_at=None)
        gone.delete()


def load_index() -> Index:
    """The terms of all published articles."""
    index = Index()
    rows = ArticleReading.objects.filter(article__state=PUBLISHED).order_by("pk")
    for key, terms in rows.values_list("pk", "terms").iterator():
        index.add(key, terms)
    index.finish()
    return index


def load_known() -> dict[int, Known]:
    """Dates, topics and stories of all published articles."""
    topics: dict[int, set[int]] = {}
    articles = Article.objects.published()
    for key, topic in articles.exclude(topics=None).values_list("pk", "topics"):
        topics.setdefault(key, set()).add(topic)
    rows = articles.values_list("pk", "source_published_at", "published_at", "created_at", "story")
    return {
        key: Known(at_source or here or came_in, frozenset(topics.get(key, ())), story)
        for key, at_source, here, came_in, story in rows
    }


def relate_article(
    key: int, read_at: datetime, index: Index, known: dict[int, Known], loaded_at: datetime
) -> None:
    """Store the list of one article, and have those computed again that it may belong into."""
    chosen = choose(key, index, known) if key in known and key in index.places else []
    near = [other for other, _ in index.nearest(key, LOOKED_AT)]
    with transaction.atomic():
        if chosen != stored_list(key):
            store_list(key, chosen)
        ArticleReading.objects.filter(pk=key).update(related_at=loaded_at)
        ArticleReading.objects.filter(pk__in=near, related_at__lt=read_at).update(related_at=None)


def stored_list(key: int) -> list[int]:
    """Keys of what is to be read after an article, the best first."""
    rows = RelatedArticle.objects.filter(article=key).order_by("rank")
    return list(rows.values_list("other", flat=True))


def store_list(key: int, chosen: list[int]) -> None:
    """Take another list; the kept page of the article ends."""
    RelatedArticle.objects.filter(article=key).delete()
    there = set(Article.objects.filter(pk__in=chosen).values_list("pk", flat=True))
    RelatedArticle.objects.bulk_create(
        RelatedArticle(article_id=key, other_id=other, rank=rank)
        for rank, other in enumerate(chosen, start=1)
        if other in there
    )
    renew_surroundings([key])
