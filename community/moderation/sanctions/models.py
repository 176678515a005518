"""What was decided about a person, while it lasts."""

from django.db import models

from community.members.models import Member
from community.moderation.decisions.models import Decision


class Sanction(models.Model):
    """A warning, a pause or another measure about one member.

    It began with `decision`, ends by itself at `ends_at` (None: not by itself) or when it is
    lifted. A warning is over once it is acknowledged. What holds at the moment is also written
    into the columns of the member, where every post looks.
    """

    class Kind(models.TextChoices):
        WARN = "warn", "Warning"
        SLOW = "slow", "Slowed down"
        READ_FIRST = "read_first", "Read before it appears"
        PAUSE = "pause", "Paused"
        BAN = "ban", "Banned"

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="sanctions")
    kind = models.CharField(max_length=10, choices=Kind)
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="sanction")
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="lifted", null=True, blank=True
    )

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.member}"
