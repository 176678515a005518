"""What the team set and what was counted: blocked words, the learned model, the usual wait."""

from django.db import models
from django.utils import timezone

from community.members.models import Member

TERM_MAX = 100  # characters of a blocked word or phrase; nobody says a longer one twice alike


class BlockedTerm(models.Model):
    """A word that staff want a moderator to see first, or not to be posted at all."""

    class Outcome(models.TextChoices):
        HOLD = "hold", "Hold for a moderator"
        REFUSE = "refuse", "Give back to the writer"

    term = models.CharField(max_length=TERM_MAX, unique=True)
    outcome = models.CharField(max_length=6, choices=Outcome, default=Outcome.HOLD)
    note = models.TextField(blank=True, help_text="Why it is on the list; for the team.")
    added_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term


class ReadingPromise(models.Model):
    """How long posts usually wait for a moderator, as counted from the log; one row.

    `wait_seconds` is the time within which four of five were read, `decisions` from how many that
    was counted. Between the hours `quiet_from` and `quiet_to` (UTC, 0 to 23) hardly anybody reads;
    both are None when there is no such time.
    """

    wait_seconds = models.PositiveIntegerField()
    decisions = models.PositiveIntegerField()
    quiet_from = models.PositiveSmallIntegerField(null=True, blank=True)
    quiet_to = models.PositiveSmallIntegerField(null=True, blank=True)
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"read within {self.wait_seconds} s, counted from {self.decisions} decisions"


class SpamModel(models.Model):
    """What was learned from the moderators' decisions; the newest row counts.

    `model` is the JSON of `community.screening.learned.model`. It holds counts of words that stood
    in several texts, and no text. `last_decision` is the key of the newest decision it knows.
    """

    model = models.TextField()
    texts = models.PositiveIntegerField()
    last_decision = models.BigIntegerField()
    learned_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"learned from {self.texts} decisions"
