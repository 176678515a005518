"""Reply templates: words that moderators need often, kept by staff."""

from django.db import models

from community.members.models import Member
from community.moderation.decisions.models import Decision

TITLE_MAX = 80  # characters; a line of the list


class ReplyTemplate(models.Model):
    """A text to begin one's own words with. An empty `ground` fits every reason."""

    class Use(models.TextChoices):
        DECISION = "decision", "With a decision"
        CRISIS = "crisis", "To somebody in a crisis"
        RED_FLAG = "red_flag", "To somebody who may need a doctor"
        PERSON = "person", "With a decision about a person"
        NOTICE = "notice", "As the answer to a notice"
        APPEAL = "appeal", "As the answer to an appeal"

    title = models.CharField(max_length=TITLE_MAX, unique=True)
    use = models.CharField(max_length=10, choices=Use, default=Use.DECISION)
    ground = models.CharField(max_length=20, choices=Decision.Ground, blank=True)
    words = models.TextField()
    changed_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["use", "title"]

    def __str__(self) -> str:
        return self.title
