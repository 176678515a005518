"""Who of the team reads what."""

from django.db import models

from articles.models import Topic
from community.members.models import Member


class TopicLimit(models.Model):
    """A topic that a moderator reads. Who has none of these reads everything.

    Words of danger are shown to every moderator, whatever the topic.
    """

    moderator = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="topic_limits")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["moderator", "topic"], name="topic_limit_once")
        ]

    def __str__(self) -> str:
        return f"{self.moderator} reads {self.topic}"
