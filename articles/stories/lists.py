"""Which stories and articles a page shows."""

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from articles.library.models import Article
from articles.library.querysets import ArticleQuerySet
from articles.stories.documents import COMPARED
from articles.stories.models import RelatedArticle, Story, StoryProposal

SHOWN = 12  # articles of a story in one list; one screen and a half of a phone


def others_of_story(story_id: int, article_id: int) -> ArticleQuerySet:
    """The other articles that readers may see, the first report first."""
    found = articles_of_story(story_id).exclude(pk=article_id)
    return found.select_related("source", "story").defer("body_html")[:SHOWN]


def articles_of_story(story_id: int) -> ArticleQuerySet:
    """The published articles of a story, the first report first."""
    found = Article.objects.published().filter(story=story_id)
    return found.order_by(Coalesce("source_published_at", "published_at"), "pk")


def next_reads(article: Article) -> list[Article]:
    """What to read after an article: what readers may see of it, and none of its own story."""
    rows = RelatedArticle.objects.filter(article=article, other__state=Article.State.PUBLISHED)
    if article.story_id:
        rows = rows.exclude(other__story=article.story_id)
    rows = rows.select_related("other__source").defer("other__body_html").order_by("rank")
    return [row.other for row in rows]


def waiting_proposals() -> QuerySet[StoryProposal]:
    """What staff have to decide; the surest first. Both articles are still there to be read."""
    readable = Q(first__state__in=COMPARED, second__state__in=COMPARED)
    waiting = StoryProposal.objects.filter(readable, state=StoryProposal.State.WAITING)
    pairs = waiting.select_related(
        "first__source", "second__source", "first__story", "second__story"
    )
    return pairs.defer("first__body_html", "second__body_html").order_by("-score", "-pk")


def stories_with_articles() -> QuerySet[Story]:
    """All stories, the newest first, with their articles."""
    articles = Article.objects.select_related("source").defer("body_html").order_by("pk")
    return Story.objects.prefetch_related(Prefetch("articles", queryset=articles))
