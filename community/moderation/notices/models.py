"""Notices of illegal content: by anyone, without an account."""

from django.db import models

from articles.models import Article
from community.members.models import Member
from community.moderation.decisions.models import Decision
from community.threads.models import Comment

REFERENCE_MAX = 20  # letters, digits and dashes that can be read out on the telephone
ADDRESS_MAX = 2_000  # characters of an address; browsers go no further


class Notice(models.Model):
    """One notice, with what the Digital Services Act (EU 2022/2065), Article 16(2), asks for.

    `explanation` says why the content is thought to be illegal, `address` where it is, `name` and
    `email` who says so (both may be left out where Article 16(2)(c) allows it) and `in_good_faith`
    that they believe it. `snapshot` is the content as it stood then. The status page opens by
    `reference` and a key made from `salt`.
    """

    class State(models.TextChoices):
        OPEN = "open", "Waiting to be read"
        ACTED = "acted", "We acted on it"
        DECLINED = "declined", "We left it as it is"

    reference = models.CharField(max_length=REFERENCE_MAX, unique=True)
    salt = models.CharField(max_length=32)
    address = models.TextField()
    comment = models.ForeignKey(
        Comment, on_delete=models.SET_NULL, related_name="notices", null=True, blank=True
    )
    article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    explanation = models.TextField()
    law = models.TextField(blank=True, help_text="Which law, in the words of who wrote.")
    snapshot = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    notifier = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="notices", null=True, blank=True
    )
    in_good_faith = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    answer = models.TextField(blank=True, help_text="The reasons, as who wrote reads them.")
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="notices", null=True, blank=True
    )
    submission_key = models.CharField(max_length=64, unique=True)
    received_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["received_at"]
        indexes = [
            models.Index(
                fields=["received_at"], condition=models.Q(state="open"), name="notice_open"
            )
        ]

    def __str__(self) -> str:
        return self.reference
