"""Which articles of the archive are worth a closer look: those that share rare traits."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count

from articles.library.models import Article
from articles.stories.comparing import Spread
from articles.stories.documents import COMPARED
from articles.stories.models import StoryTrait

# A trait that more articles have brings hardly any points, and very many rows.
COMMON = 40
LOOKED_AT = 10  # articles a new one is compared with in full; a story seldom has more
# What two have in common, by its rarity: one name and one number that a few others have, too. The
# measured pairs of one study have 2.2 or more (docs/stories.md).
WORTH_A_LOOK = 1.5


def spread_of(keys: Sequence[int]) -> Spread:
    """How many articles have each of the traits."""
    rows = StoryTrait.objects.filter(trait__in=keys).values_list("trait").order_by("trait")
    counts = dict(rows.annotate(found=Count("pk")))
    return Spread(Article.objects.filter(state__in=COMPARED).count(), counts)


def find_candidates(article: Article, spread: Spread) -> list[Article]:
    """The articles with most in common with this one, those of its own story left out."""
    rare = {key for key, count in spread.counts.items() if 1 < count <= COMMON}
    rows = StoryTrait.objects.filter(trait__in=rare).exclude(article=article)
    weights: dict[int, float] = defaultdict(float)
    for key, other in rows.values_list("trait", "article_id"):
        weights[other] += spread.rarity_of(spread.counts[key])
    worth = (other for other, weight in weights.items() if weight >= WORTH_A_LOOK)
    nearest = sorted(worth, key=lambda other: (-weights[other], other))
    found = Article.objects.filter(pk__in=nearest[: 2 * LOOKED_AT], state__in=COMPARED)
    if article.story_id:
        found = found.exclude(story=article.story_id)
    by_key = {other.pk: other for other in found}
    return [by_key[key] for key in nearest if key in by_key][:LOOKED_AT]
