"""Stories, what may become one, and what to read next."""

from django.db import models
from django.urls import reverse

from articles.library.models import SLUG_MAX, TITLE_MAX, Article


class Story(models.Model):
    """Several articles on the same study or event, each with a discussion of its own."""

    name = models.CharField(max_length=TITLE_MAX)
    slug = models.SlugField(max_length=SLUG_MAX, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("story_page", args=[self.slug])


class StoryProposal(models.Model):
    """Two articles that seem to be about the same study, until staff confirm it or not.

    `first` has the smaller key. `signs` are the words, quotations, names and numbers both have.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        ACCEPTED = "accepted", "Accepted"
        REFUSED = "refused", "Refused"

    first = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    signs = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    found_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-score", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="story_proposal_once")
        ]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}"


class ArticleReading(models.Model):
    """What the worker read out of an article to compare it, and in which version.

    `mark` tells whether a new version has other words; `terms` are its words with how much they
    say, for what to read next, which was computed at `related_at`.
    """

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, primary_key=True, related_name="reading"
    )
    version = models.PositiveIntegerField()
    mark = models.CharField(max_length=64)
    terms = models.JSONField(default=dict)
    read_at = models.DateTimeField()
    related_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.article_id}, version {self.version}"


class StoryTrait(models.Model):
    """The index of traits: which articles have one, so that the archive is asked and not read."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    trait = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["trait", "article"], name="story_trait_lookup")]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.trait}"


class RelatedArticle(models.Model):
    """One of the articles to read next, computed ahead. The first has rank 1."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="related")
    other = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["article", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="related_article_once")
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.other_id}"
