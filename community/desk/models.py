"""What staff did at the desk."""

from django.db import models

from articles.models import Article
from community.members.models import Member


class DeskLogEntry(models.Model):
    """One act of the staff on an article. Rows are only ever added."""

    class Act(models.TextChoices):
        IMPORTED = "imported", "Brought in"
        PUBLISHED = "published", "Published"
        EDITED = "edited", "Edited"
        WITHDRAWN = "withdrawn", "Withdrawn"

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="desk_log")
    act = models.CharField(max_length=10, choices=Act)
    editor = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, help_text="Empty: the command line."
    )
    note = models.TextField(blank=True)
    acted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.article}"
