"""What stands on the page of a member, and who may see it."""

from django.db import models

from community.members.models import Member
from community.moderation.models import Decision
from community.threads.models import Comment

LINE_MAX = 200  # characters of a line: who one is, not a history of an illness


class MemberPage(models.Model):
    """What a member chose for their page. Without a row it shows the name and since when."""

    class Relation(models.TextChoices):
        PATIENT = "patient", "Patient"
        CARER = "carer", "Carer"
        FAMILY = "family", "Family or friend"
        CLINICIAN = "clinician", "Clinician"
        RESEARCHER = "researcher", "Researcher"
        OTHER = "other", "Something else"

    class Audience(models.TextChoices):
        EVERYONE = "everyone", "Everyone"
        MEMBERS = "members", "Members only"
        NOBODY = "nobody", "Nobody but me"

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="page")
    relation = models.CharField(max_length=10, choices=Relation, blank=True)
    audience = models.CharField(max_length=8, choices=Audience, default=Audience.EVERYONE)
    shows_comments = models.BooleanField(default=False)
    saved_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"page of {self.member_id}"


class PageLine(models.Model):
    """One line that a member wrote on their page.

    Nobody else sees it while it `is_kept_back` (it has words of danger, and nobody would read it in
    time), or after a moderator took it out, unless that decision was reversed. `version` counts
    what was written, so that a decision is about the words that were read.
    """

    class Kind(models.TextChoices):
        JOURNEY = "journey", "Your journey"
        INTEREST = "interest", "An interest of yours"

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="page_lines")
    kind = models.CharField(max_length=8, choices=Kind)
    words = models.CharField(max_length=LINE_MAX)
    version = models.PositiveIntegerField(default=1)
    is_kept_back = models.BooleanField(default=False)
    taken_out_by = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "kind"], name="page_line_once")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.member_id}"

    @property
    def is_taken_out(self) -> bool:
        """Whether a moderator's decision against it holds."""
        decision = self.taken_out_by
        return decision is not None and not decision.reversed_by.exists()

    @property
    def is_shown(self) -> bool:
        """Whether others may read the words, where they may read the page."""
        return not self.is_kept_back and not self.is_taken_out


class HiddenComment(models.Model):
    """A comment that its author does not want on their page. It stays where it stands."""

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="hidden_on_page")
    hidden_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"comment {self.comment_id} is not on the page"
