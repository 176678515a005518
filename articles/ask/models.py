"""Questions that were asked, without anybody who asked them."""

from django.db import models

from articles.ask.wording import QUESTION_MAX
from articles.library.models import Article


class Question(models.Model):
    """A question as it was asked, its personal details blanked; nothing says by whom.

    Staff read them for what the archive lacks. Each is deleted after 30 days, or at once by whoever
    has the address of its answer.
    """

    class Feedback(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"

    text = models.CharField(max_length=QUESTION_MAX)
    words = models.CharField(
        max_length=QUESTION_MAX,
        blank=True,
        db_index=True,
        help_text="Its telling words in a fixed order: the same for questions that are the same.",
    )
    submission_key = models.CharField(max_length=40, unique=True, null=True, editable=False)
    article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    is_answered = models.BooleanField(default=False)
    feedback = models.CharField(max_length=6, choices=Feedback, blank=True)
    asked_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return self.text
