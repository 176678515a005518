"""What happened, waiting to be told."""

from django.db import models

from community.outbox.pauses import TriedAgain


class OutboxEvent(TriedAgain):
    """One thing that happened, written in the transaction that made it happen.

    `subject_id` is the key of what it happened to; which table, follows from `kind`. Rows hold
    keys only, never anybody's words, so that erasing a comment need not look in here.
    """

    class Kind(models.TextChoices):
        COMMENT_POSTED = "comment_posted"
        COMMENT_VISIBLE = "comment_visible"
        COMMENT_DECIDED = "comment_decided"
        COMMENT_EDITED = "comment_edited"
        COMMENT_WITHDRAWN = "comment_withdrawn"
        MEMBER_DECIDED = "member_decided"
        WARNING_CONFIRMED = "warning_confirmed"
        FLAG_SETTLED = "flag_settled"
        NOTICE_RECEIVED = "notice_received"
        NOTICE_DECIDED = "notice_decided"
        APPEAL_LODGED = "appeal_lodged"
        APPEAL_DECIDED = "appeal_decided"
        ARTICLE_PUBLISHED = "article_published"
        ARTICLE_CORRECTED = "article_corrected"
        ARTICLE_WITHDRAWN = "article_withdrawn"

    kind = models.CharField(max_length=30, choices=Kind)
    subject_id = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)
    handled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(handled_at=None), name="outbox_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}"
