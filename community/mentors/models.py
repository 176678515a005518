"""Who was asked to be a mentor, and who was welcomed by whom."""

from django.db import models

from community.members.models import Member
from community.threads.models import Comment


class MentorOffer(models.Model):
    """A moderator asked a member to be a mentor; it needs their yes.

    `accepted` is None until they answer. That somebody is a mentor now says their role.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="mentor_offers")
    offered_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    offered_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=models.Q(accepted=None), name="mentor_asked_once"
            )
        ]

    def __str__(self) -> str:
        return f"offer to member {self.member_id}"


class Welcome(models.Model):
    """A new member was welcomed; nobody is welcomed twice. `comment` is the answer that did it."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="welcome")
    mentor = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="welcomes", null=True, blank=True
    )
    comment = models.ForeignKey(
        Comment, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    welcomed_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"welcome of member {self.member_id}"
