"""Who said what about which comment with a button. Only they themselves see it."""

from django.db import models

from community.members.models import Member
from community.support.kinds import KINDS
from community.threads.models import Comment


class Support(models.Model):
    """What one member said about one comment.

    How many said each stands in words in `Comment.support`, where the finished HTML is made from.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="supports")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="supports")
    kind = models.CharField(max_length=15, choices=list(KINDS.items()))
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["comment", "member"], name="support_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, about {self.comment_id}"
