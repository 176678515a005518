"""Texts that people agree to, in versions, and who agreed to which when."""

from django.db import models
from django.urls import reverse

from community.members.agreements.blocks import Block, blocks
from community.members.models import Member


class AgreementText(models.Model):
    """One version of a text; without `published_at` the draft of the next one.

    `changes` says in plain words what is new in it. With `asks`, members who have not accepted this
    version or a later one are asked before they write again. A published version is never changed.
    """

    class Kind(models.TextChoices):
        GUIDELINES = "guidelines", "Guidelines"
        HEALTH = "health", "Words about your health"

    kind = models.CharField(max_length=10, choices=Kind)
    number = models.PositiveIntegerField()
    body = models.TextField()
    changes = models.TextField(blank=True)
    asks = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["kind", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="agreement_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.number}"

    @property
    def blocks(self) -> list[Block]:
        """Its headings, lists and paragraphs."""
        return blocks(self.body)

    def get_absolute_url(self) -> str:
        """Where everybody can read this version."""
        return reverse("agreement_version", args=[self.kind, self.number])


class Agreement(models.Model):
    """A member agreed to a version; a consent that was withdrawn says since when."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="agreements")
    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT, related_name="agreements")
    agreed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"member {self.member_id}: {self.text}"
