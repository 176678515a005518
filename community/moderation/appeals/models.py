"""Appeals: somebody asks that a decision be looked at again, by somebody else."""

from django.db import models

from community.members.models import Member
from community.moderation.decisions.models import Decision


class Appeal(models.Model):
    """One appeal against one decision; `outcome` is the decision that answers it."""

    class State(models.TextChoices):
        OPEN = "open", "Waiting to be read"
        REVERSED = "reversed", "The decision was reversed"
        KEPT = "kept", "The decision stands"

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="appeal")
    appellant = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="appeals", null=True, blank=True
    )
    words = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    outcome = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="appeals_answered", null=True, blank=True
    )
    lodged_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["lodged_at"]
        indexes = [
            models.Index(fields=["lodged_at"], condition=models.Q(state="open"), name="appeal_open")
        ]

    @property
    def is_about_notice(self) -> bool:
        """Whether who sent a notice sees the answer otherwise."""
        return self.decision.kind == Decision.Kind.NOTICE_DECLINED

    @property
    def is_answered_by_same(self) -> bool:
        """Whether a team of one had to look at its own decision again."""
        first, outcome = self.decision.moderator_id, self.outcome
        return outcome is not None and outcome.moderator_id == first

    def __str__(self) -> str:
        return f"appeal against decision {self.decision_id}"
