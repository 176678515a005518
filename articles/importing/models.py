"""What staff brought in, batch by batch."""

from django.db import models


class ImportRun(models.Model):
    """One batch of documents brought in: where the articles and comments of it come from.

    A run that stored nothing new leaves no row: importing the same again changes nothing.
    """

    started_at = models.DateTimeField(auto_now_add=True)
    source = models.CharField(max_length=500, help_text="File name or address as it was given.")
    format = models.CharField(max_length=20)

    class Meta:
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.source} ({self.started_at:%Y-%m-%d %H:%M})"
