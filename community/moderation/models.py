"""What moderators leave behind: decisions, which stay, and claims and notes on the way there."""

from django.db import models

from community.members.models import Member
from community.threads.models import Comment


class Decision(models.Model):
    """One decision. Rows are only ever added; the database itself refuses to change them.

    `version` is the version of the comment that the moderator read, `waited_seconds` the time
    from its arrival in the queue to this decision (0 when it did not wait).
    """

    class Kind(models.TextChoices):
        APPROVE = "approve", "Approved"
        REJECT = "reject", "Not published"
        REMOVE = "remove", "Removed"
        RESTORE = "restore", "Restored"

    class Ground(models.TextChoices):
        NONE = "", "No rule was broken"
        MEDICAL_ADVICE = "medical_advice", "Medical advice to others"
        CURE_CLAIM = "cure_claim", "Claims a cure"
        SELLING = "selling", "Sells or advertises something"
        PERSONAL_DETAILS = "personal_details", "Shows somebody's personal details"
        ATTACK = "attack", "Attacks a person or a group"
        OFF_TOPIC = "off_topic", "Not about the article"
        REPEATED = "repeated", "Says the same again"
        ILLEGAL = "illegal", "Against the law"
        OTHER = "other", "Another reason"

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="decisions")
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    ground = models.CharField(max_length=20, choices=Ground, blank=True)
    words = models.TextField(blank=True, help_text="The moderator's own words to the author.")
    moderator = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="decisions")
    screening_codes = models.JSONField(default=list)
    is_automated = models.BooleanField(default=False)
    waited_seconds = models.PositiveIntegerField(default=0)
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["moderator", "-id"], name="decision_by_moderator")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: comment {self.comment_id}, version {self.version}"


class Claim(models.Model):
    """Who reads a waiting comment at the moment, so that nobody else begins with it.

    A claim ends by itself at `expires_at`. The row stays until somebody else takes it over or
    the comment is decided.
    """

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="claim")
    moderator = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="claims")
    passed_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    claimed_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"comment {self.comment_id}, until {self.expires_at:%H:%M}"


class Note(models.Model):
    """What one moderator wrote for the others. The author of the comment never sees it.

    With `asks_second_opinion` the comment is left to somebody else.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="notes")
    writer = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="notes")
    words = models.TextField()
    asks_second_opinion = models.BooleanField(default=False)
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"note on comment {self.comment_id}"
