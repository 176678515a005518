"""What an article means, as the encoder tells it."""

from django.db import models

from articles.library.models import Article


class ArticleEmbedding(models.Model):
    """The directions of an article's title and of its parts, in order, as `packing.pack` writes them.

    `version` is that of the article when it was read, `rules` those by which it was cut and packed:
    where either is another now, it is read again. Only the worker writes these rows.
    """

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, primary_key=True, related_name="embedding"
    )
    version = models.PositiveIntegerField()
    rules = models.PositiveSmallIntegerField()
    directions = models.BinaryField()

    def __str__(self) -> str:
        return f"article {self.article_id}, version {self.version}"
