"""When members were where, so that a page can say what is new to them."""

from datetime import datetime

from django.db import models

from articles.keeping.batches import delete_in_batches
from community.members.models import Member
from community.threads.models import Thread


class ThreadVisit(models.Model):
    """When a member was last in a thread, and since when comments count as new to them.

    Nobody else sees it; it goes with the membership.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="visits")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()
    new_since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "thread"], name="thread_visit_once")
        ]

    def __str__(self) -> str:
        return f"member {self.member_id} in thread {self.thread_id}"


def forget_visits(*, before: datetime) -> int:
    """Delete when members were last in threads where that was before a moment; returns how many."""
    return delete_in_batches(ThreadVisit.objects.filter(seen_at__lt=before))
