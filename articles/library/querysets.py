"""Which articles a page reads."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from articles.library.models import Article, Topic


class ArticleQuerySet(models.QuerySet["Article"]):
    """Questions asked of the library."""

    def published(self) -> "ArticleQuerySet":
        """What every reader may see."""
        return self.filter(state="published")

    def for_answers(self) -> "ArticleQuerySet":
        """What may be quoted in answers to questions: published, and approved for it."""
        return self.published().filter(answers_approved_at__isnull=False)

    def addressable(self) -> "ArticleQuerySet":
        """What has an address for readers: also what was withdrawn, which says so."""
        return self.filter(state__in=("published", "withdrawn"))

    def under(self, topic: "Topic") -> "ArticleQuerySet":
        """Articles of one topic."""
        return self.filter(topics=topic)

    def for_lists(self) -> "ArticleQuerySet":
        """Newest first, with what a list shows and without the bodies."""
        return (
            self.select_related("source")
            .prefetch_related("topics")
            .defer("body_html")
            .order_by("-published_at", "-pk")
        )

    def before(self, article: "Article") -> "ArticleQuerySet":
        """Those that come after `article` in a list of newest first."""
        moment = article.published_at
        return self.filter(
            models.Q(published_at__lt=moment) | models.Q(published_at=moment, pk__lt=article.pk)
        )
