"""When too much of what somebody wrote was rejected lately, their posts are read first again."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from community.members.models import Member
from community.moderation.decisions.models import Decision
from community.threads.models import Comment

Kind = Decision.Kind
REJECTIONS = (Kind.REJECT, Kind.REVISE, Kind.REMOVE)


def paused_until(
    rejections: Sequence[datetime], posts: int, *, share: float, least: int, window: timedelta
) -> datetime | None:
    """Until when posts are read first; None when trust holds. Pure.

    `rejections` are the times of those within the window, `posts` everything posted in it. The
    pause ends when enough of the rejections have left the window, the others being as they are.
    """
    times = sorted(rejections)
    for gone in range(len(times)):
        left = len(times) - gone
        if left < least or left < share * posts:
            return times[gone - 1] + window if gone else None
    return times[-1] + window if times and len(times) >= least else None


def renew_trust(member_id: int | None) -> None:
    """Count anew; call in the transaction of a decision on a comment of the member."""
    if member_id is None:
        return
    window = timedelta(days=settings.TRUST_WINDOW_DAYS)
    since = timezone.now() - window
    until = paused_until(
        rejection_times(member_id, since),
        Comment.objects.filter(author=member_id, created_at__gte=since).count(),
        share=settings.TRUST_REJECTED_SHARE,
        least=settings.TRUST_REJECTIONS_MIN,
        window=window,
    )
    Member.objects.filter(pk=member_id).update(trust_paused_until=until)


def rejection_times(member_id: int, since: datetime) -> list[datetime]:
    """When comments of the member were rejected that still are, each counted once."""
    reversed_ = Decision.objects.filter(reverses=OuterRef("pk"))
    rejected = Decision.objects.filter(
        comment__author=member_id, kind__in=REJECTIONS, decided_at__gte=since
    ).exclude(Exists(reversed_))
    newest: dict[int | None, datetime] = {}
    for comment, time in rejected.order_by("pk").values_list("comment", "decided_at"):
        newest[comment] = time
    return list(newest.values())
