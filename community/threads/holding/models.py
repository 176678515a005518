"""Words that are not posted yet, because their writer is asked something first."""

from django.db import models

from community.members.models import Member
from community.threads.models import Thread


class HeldPost(models.Model):
    """What a member wrote, until it is posted, discarded or forgotten. Only they see it.

    `path` is where its form is sent, `parent_key` the comment it answers (0: none), `more` what else
    stood in the form, by the names of its fields. Without `thread` it begins a conversation. `key` is a
    hash of all of it with its writer, so that a second click holds nothing twice.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="held_posts")
    thread = models.ForeignKey(
        Thread, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    path = models.CharField(max_length=300)
    parent_key = models.BigIntegerField(default=0)
    text = models.TextField()
    more = models.JSONField(default=dict, blank=True)
    key = models.CharField(max_length=64, unique=True)
    held_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"words of member {self.member_id}, held since {self.held_at}"
