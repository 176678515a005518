"""News of one person."""

from django.db import models

from articles.models import Article
from community.notifications.follows.models import Follow, Follower
from community.outbox.pauses import TriedAgain
from community.threads.models import Comment


class Digest(TriedAgain):
    """A letter that gathers news. What is in it is fixed before it is sent, so that it can be sent
    again after a fall under the same name."""

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="digests")
    how = models.CharField(max_length=8, choices=Follower.How)
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=models.Q(sent_at=None), name="digest_waiting")
        ]

    def __str__(self) -> str:
        return f"digest {self.pk}"


class Notification(TriedAgain):
    """One piece of news for one person. Its `key` names what happened, so that nobody is told twice.

    It holds no words: they are read where they stand, when the page or the letter is made, and what was
    taken away meanwhile is not in either.
    """

    class Kind(models.TextChoices):
        REPLY = "reply", "An answer to you"
        MENTION = "mention", "You were mentioned"
        BRANCH = "branch", "An answer in a conversation you follow"
        THREAD = "thread", "A comment below an article you follow"
        PERSON = "person", "A comment of somebody you follow"
        TOPIC = "topic", "An article in a topic you follow"
        CORRECTION = "correction", "A correction of an article you follow"
        WITHDRAWAL = "withdrawal", "An article you follow was withdrawn"
        DECISION = "decision", "A decision of the moderators"
        ANSWER = "answer", "An answer to your appeal"
        FLAG = "flag", "An answer to your flag"
        CONFIRM = "confirm", "Please confirm"

    class Mail(models.TextChoices):
        NONE = "none"
        WAITING = "waiting"
        DAILY = "daily"
        WEEKLY = "weekly"
        GATHERED = "gathered"
        SENT = "sent"
        DROPPED = "dropped"

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=40)
    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    follow = models.ForeignKey(
        Follow, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    subject_id = models.BigIntegerField(
        null=True, help_text="Key of the decision, appeal or flag; which, follows from the kind."
    )
    path = models.CharField(max_length=200, blank=True, help_text="Where a decision is read.")
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    mail = models.CharField(max_length=8, choices=Mail, default=Mail.NONE)
    digest = models.ForeignKey(
        Digest, on_delete=models.CASCADE, related_name="news", null=True, blank=True
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["follower", "key"], name="notification_once")
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(mail="waiting"), name="notification_to_mail"
            ),
            models.Index(
                fields=["mail", "follower"],
                condition=models.Q(mail__in=("daily", "weekly")),
                name="notification_to_gather",
            ),
            models.Index(
                fields=["follower"], condition=models.Q(read_at=None), name="notification_unread"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
