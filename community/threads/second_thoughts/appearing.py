"""Time for second thoughts: what may appear stays with its author for as many minutes as they chose.

Such a comment is pending, waits for nobody (`waiting_since` is None) and has `appears_at`. Readers, search,
followers and mail learn of it when it appears; who takes it back before was never read.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.members.models import Member
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.actions import locked, write
from community.threads.models import Comment
from community.threads.placing import show
from community.threads.second_thoughts.choice import appearance

BATCH = 100  # comments that are shown in one go; the worker comes back at once while there are more


def show_in_time(comment: Comment) -> None:
    """Let a comment appear: now, or when its author's time for second thoughts is over. Call inside a
    transaction, with the comment locked.
    """
    when = appearance(comment.author)
    if when is None:
        show(comment)
    else:
        write(comment, appears_at=when)


def show_due_comments() -> int:
    """Let those appear whose time has come; returns how many. After a fall the rest is done."""
    due = Comment.objects.pending().filter(appears_at__lte=timezone.now()).order_by("appears_at")
    return sum(show_due(key) for key in due.values_list("pk", flat=True)[:BATCH])


def show_due(key: int) -> int:
    """One of them, as it is at this moment."""
    with transaction.atomic():
        comment = locked(Comment.objects.get(pk=key))
        if not is_due(comment, timezone.now()):
            return 0  # it was taken back, changed or decided on meanwhile
        show(comment)
        record_event(kind=OutboxEvent.Kind.COMMENT_POSTED, subject_id=comment.pk)
    return 1


def is_due(comment: Comment, now: datetime) -> bool:
    """Whether it is to appear."""
    is_waiting = comment.state == Comment.State.PENDING and comment.waiting_since is None
    return is_waiting and comment.appears_at is not None and comment.appears_at <= now


def take_time(*, member: Member, minutes: int) -> None:
    """Choose how long one's own posts wait before they appear. Raises ValueError for other numbers."""
    if minutes not in CHOICES:
        raise ValueError(f"not one of {CHOICES}: {minutes}")
    Member.objects.filter(pk=member.pk).update(second_thoughts=minutes)


CHOICES = (0, 5, 15, 60)  # minutes: a cup of tea, a short rest, an hour; longer is a draft
