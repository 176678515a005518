"""Flags: a reader points at a comment."""

from django.db import models

from community.members.models import Member
from community.moderation.decisions.models import Decision
from community.threads.models import Comment

GUEST_KEY_MAX = 64  # hexadecimal digits of a keyed hash


class Flag(models.Model):
    """One person's flag on one comment, with the words as they stood at that moment.

    A guest is known by `guest_key`, a keyed hash of what their browser keeps. `weight` is what
    the flag counted for, by how often its sender had been right. Who flagged is never told to
    the author of the comment.
    """

    class Reason(models.TextChoices):
        WORRIED = "worried", "I am worried about this person"
        ADVICE = "advice", "It gives advice that may harm somebody"
        ATTACK = "attack", "It attacks somebody"
        DETAILS = "details", "It shows personal details"
        SELLING = "selling", "It sells or advertises something"
        OTHER = "other", "Something else is wrong"

    class Outcome(models.TextChoices):
        OPEN = "open", "Waiting to be read"
        UPHELD = "upheld", "A moderator agreed"
        DECLINED = "declined", "A moderator left the comment as it is"
        GONE = "gone", "The person who wrote the comment took it back"

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="flags")
    flagger = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="flags", null=True, blank=True
    )
    guest_key = models.CharField(max_length=GUEST_KEY_MAX, null=True, blank=True)
    email = models.EmailField(blank=True, help_text="Where a guest wants to hear the outcome.")
    reason = models.CharField(max_length=10, choices=Reason)
    words = models.TextField(blank=True)
    snapshot = models.TextField(help_text="The comment as it stood when it was flagged.")
    version = models.PositiveIntegerField()
    weight = models.FloatField(default=1.0)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="flags", null=True, blank=True
    )
    flagged_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["comment", "flagger"], name="flag_once_a_member"),
            models.UniqueConstraint(fields=["comment", "guest_key"], name="flag_once_a_guest"),
        ]
        indexes = [
            models.Index(fields=["comment"], condition=models.Q(outcome="open"), name="flag_open"),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: comment {self.comment_id}"
