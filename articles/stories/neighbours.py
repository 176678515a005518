"""What to read next, computed ahead by the worker.

An article's list is computed when the article was read (see `reading`) or moved between stories,
and when one that stands in it was withdrawn. A new article may belong into the lists of those
that are near to it, so these are computed again, too.
"""

import time
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from articles.library.actions import renew_surroundings
from articles.library.models import Article
from articles.stories.models import ArticleReading, RelatedArticle
from articles.stories.reading import unread_articles
from articles.stories.relating import Index, Known, choose, nearest

PUBLISHED = Article.State.PUBLISHED
# Seconds after which the rest waits for the next time: the worker has mail to send.
LONGEST_TIME = 15.0
BATCH = 100  # lists computed before they are stored


@dataclass(frozen=True, slots=True)
class Computed:
    """The list of one article, as it was read at a time, and the articles that are near to it."""

    key: int
    read_at: datetime
    chosen: list[int]
    near: list[int]


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
        found = [computed(*each, index, known) for each in batch if time.monotonic() < ends]
        if not found:
            break
        store_lists(found, loaded_at)
        related += len(found)
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


def computed(key: int, read_at: datetime, index: Index, known: dict[int, Known]) -> Computed:
    """The list of one article."""
    near = nearest(key, index) if key in known else {}
    chosen = choose(key, near, index, known) if near else []
    return Computed(key, read_at, chosen, list(near))


def store_lists(found: list[Computed], loaded_at: datetime) -> None:
    """Store lists, in one transaction because each makes the disk wait.

    The kept pages of those that changed end. What an article may belong into is computed again.
    """
    with transaction.atomic():
        known = stored_lists([each.key for each in found])
        changed = {each.key: each.chosen for each in found if each.chosen != known[each.key]}
        replace_lists(changed)
        readings = ArticleReading.objects.all()
        readings.filter(pk__in=[each.key for each in found]).update(related_at=loaded_at)
        for each in found:
            near = readings.filter(pk__in=each.near, related_at__lt=each.read_at)
            near.update(related_at=None)


def stored_lists(keys: list[int]) -> dict[int, list[int]]:
    """Keys of what is to be read after each of the articles, the best first."""
    found: dict[int, list[int]] = {key: [] for key in keys}
    rows = RelatedArticle.objects.filter(article__in=keys).order_by("article", "rank")
    for key, other in rows.values_list("article", "other"):
        found[key].append(other)
    return found


def replace_lists(changed: dict[int, list[int]]) -> None:
    """Take other lists for these articles; what was deleted meanwhile is left out."""
    RelatedArticle.objects.filter(article__in=changed).delete()
    wanted = set(changed).union(*changed.values())
    there = set(Article.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    RelatedArticle.objects.bulk_create(
        RelatedArticle(article_id=key, other_id=other, rank=rank)
        for key, chosen in changed.items()
        for rank, other in enumerate(chosen, start=1)
        if key in there and other in there
    )
    renew_surroundings(changed)
