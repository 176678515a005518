"""Corrections, earlier words of an article, and what its source made of it since."""

from django.db import models

from articles.library.models import AUTHOR_MAX, TITLE_MAX, Article, ImportRun

NOTE_MAX = 1_000  # readers want a reason, not a report


class Correction(models.Model):
    """A dated note on an article that readers see: what was wrong, and what is right."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="corrections")
    note = models.TextField(max_length=NOTE_MAX)
    corrected_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.article}: {self.note}"


class ArticleVersion(models.Model):
    """The words of an article before they were replaced, why, and by which run if it was one."""

    class Why(models.TextChoices):
        SOURCE = "source", "Changed at the source"
        EDIT = "edit", "Edited here"
        CORRECTION = "correction", "Corrected"
        UNDO = "undo", "A run was undone"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=TITLE_MAX)
    standfirst = models.TextField(blank=True)
    body_html = models.TextField()
    fingerprint = models.CharField(max_length=64, blank=True)
    why = models.CharField(max_length=10, choices=Why)
    import_run = models.ForeignKey(
        ImportRun, on_delete=models.SET_NULL, related_name="versions", null=True, blank=True
    )
    replaced_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "version"], name="article_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.article}, version {self.version}"


class SourceChange(models.Model):
    """What the source made of an article that stands here in other words, until staff decide.

    One waits at most for an article: the newest takes the place of the one before.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        ACCEPTED = "accepted", "Accepted"
        REFUSED = "refused", "Refused"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="source_changes")
    title = models.CharField(max_length=TITLE_MAX)
    standfirst = models.TextField(blank=True)
    author = models.CharField(max_length=AUTHOR_MAX, blank=True)
    body_html = models.TextField()
    fingerprint = models.CharField(max_length=64)
    source_updated_at = models.DateTimeField(null=True, blank=True)
    import_run = models.ForeignKey(
        ImportRun, on_delete=models.SET_NULL, related_name="source_changes", null=True
    )
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    found_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=models.Q(state="waiting"),
                name="source_change_waits_once",
            ),
            models.UniqueConstraint(fields=["article", "fingerprint"], name="source_change_once"),
        ]

    def __str__(self) -> str:
        return f"{self.article}, {self.get_state_display()}"
