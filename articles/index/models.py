"""The index: one row for everything that can be found.

Nothing but `articles.index.actions` writes these rows. The database makes its own full-text index
of `tokens` (a trigger on SQLite, a generated column on PostgreSQL; see the migration), so that the
two can never differ. A row names nothing by foreign key: this is the lowest floor of the archive.
"""

from django.db import models

from articles.index.entries import Kind
from articles.index.tokens import TOKEN_MAX

STEM_MAX = TOKEN_MAX


class SearchEntry(models.Model):
    """What search knows of an article, or of a comment below the article `article_key`.

    For a comment in a conversation, that is `entries.below_topic`, a number below zero.

    `id` is `entries.entry_id`: kind, day and key. `tokens` are words without their endings.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.PositiveSmallIntegerField()
    key = models.BigIntegerField()
    article_key = models.BigIntegerField()
    tokens = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="search_entry_once"),
        ]
        verbose_name_plural = "search entries"

    def __str__(self) -> str:
        return f"{Kind(self.kind).name.lower()} {self.key}"


class SearchWord(models.Model):
    """How many entries hold a word: counted now and then, to weigh words and to mend typing."""

    stem = models.CharField(max_length=STEM_MAX, primary_key=True)
    entries = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.stem}: {self.entries}"


class SearchState(models.Model):
    """By which rules the index was built, and when its words were counted; one row or none."""

    rules = models.PositiveIntegerField()
    built_at = models.DateTimeField()
    counted_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"rules {self.rules}"
