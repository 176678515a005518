"""How guests are reached about their comments, and for how long."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from articles.keeping.batches import change_in_batches
from community.moderation.models import Appeal
from community.threads.models import Comment


def forget_guests(*, before: datetime) -> int:
    """Forget how to reach guests who wrote before a moment; returns how many comments that are.

    Who waits for the answer to an appeal is still written to.
    """
    waiting = Appeal.objects.filter(decision__comment=OuterRef("pk"), state=Appeal.State.OPEN)
    known = Comment.objects.filter(created_at__lt=before).exclude(author_email="")
    return change_in_batches(known.exclude(Exists(waiting)), author_email="")
