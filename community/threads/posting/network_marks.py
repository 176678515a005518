"""The marks of networks that comments bear for a while."""

from datetime import datetime

from articles.keeping.batches import change_in_batches
from community.threads.models import Comment


def forget_network_marks(*, before: datetime) -> int:
    """Take the mark off comments that were written before a moment; returns how many."""
    old = Comment.objects.filter(created_at__lt=before).exclude(network_hash="")
    return change_in_batches(old, network_hash="")
