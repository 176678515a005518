"""Which comments were brought in under an address."""

from django.db.models import F

from community.old_words.models import OldErasure
from community.threads.models import Comment
from community.threads.origins import origin_hash
from community.threads.querysets import CommentQuerySet

State = Comment.State


def comments_from(email: str) -> CommentQuerySet:
    """The comments of somebody elsewhere that still have words, the newest first; claimed ones after the others."""
    return comments_with(origin_hash(email))


def going_with(mark: str) -> int:
    """How many comments under the address are to be erased, and could still be kept."""
    return OldErasure.objects.filter(comment__origin_hash=mark).count() if mark else 0


def comments_with(mark: str) -> CommentQuerySet:
    """The same by the hash of the address; none for "". What is to be erased is not among them."""
    if not mark:
        return Comment.objects.none()
    found = Comment.objects.filter(origin_hash=mark, is_imported=True, erased_at=None)
    found = found.exclude(pk__in=OldErasure.objects.values("comment"))
    unclaimed_first = F("author").asc(nulls_first=True)
    return found.select_related("thread__article").order_by(unclaimed_first, "-created_at", "-pk")
