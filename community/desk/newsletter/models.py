"""What staff did with the issues of the newsletter."""

from django.db import models

from articles.models import Issue
from community.members.models import Member


class IssueLogEntry(models.Model):
    """One act on an issue. Rows are only ever added."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="log")
    editor = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True)
    act = models.CharField(max_length=60)
    acted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.act
