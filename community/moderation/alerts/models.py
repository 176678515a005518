"""Which waits the team was told about, so that nobody is told twice; what could not be told yet."""

from django.db import models

from community.outbox.pauses import TriedAgain
from community.threads.models import Comment


class WaitAlert(models.Model):
    """The team was told that a comment waits: urgently, or longer than was promised."""

    class Kind(models.TextChoices):
        URGENT = "urgent", "Words of danger"
        OVERDUE = "overdue", "Longer than promised"

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="wait_alerts")
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "version", "kind"], name="wait_alert_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: comment {self.comment_id}"


class AlertPause(TriedAgain):
    """A message of one kind to the team was put off. `about` is a mark of the words it tells of, empty
    where words that come in meanwhile shorten no pause. The row goes when the message is out."""

    kind = models.CharField(max_length=10, choices=WaitAlert.Kind, unique=True)
    about = models.CharField(max_length=32, blank=True)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: put off"
