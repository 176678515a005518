"""What comments said before."""

from django.db import models

from community.threads.models import CONVERSATION_TITLE_MAX, Comment, joined_words


class CommentVersion(models.Model):
    """What a comment said before it was edited, or before a moderator blanked words in it.

    What was blanked is erased at `purge_at`.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=CONVERSATION_TITLE_MAX, blank=True)
    body = models.TextField()
    body_html = models.TextField()
    replaced_at = models.DateTimeField(auto_now_add=True)
    purge_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["comment", "version"], name="comment_version_once")
        ]

    def __str__(self) -> str:
        return f"version {self.version} of {self.comment_id}"

    @property
    def words(self) -> str:
        """Everything it said."""
        return joined_words(self.title, self.body)
