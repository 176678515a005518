"""When too much of what somebody wrote was rejected lately, their posts are read first again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from community.members.models import Member
from community.moderation.decisions.models import Decision
from community.threads.models import Comment

Kind = Decision.Kind
REJECTIONS = (Kind.REJECT, Kind.REVISE, Kind.REMOVE)
# The newest of these that was not taken back says what became of a comment.
VERDICTS = (
    *REJECTIONS, Kind.APPROVE, Kind.REDACT, Kind.RESTORE, Kind.KEEP, Kind.APPEAL_REVERSED,
)  # fmt: skip
ROUNDING = 1e-9  # 0.1 * 30 is a hair more than 3


@dataclass(frozen=True, slots=True)
class Post:
    """When something was written, and whether it was rejected in the end."""

    written_at: datetime
    is_rejected: bool


def paused_until(
    posts: Sequence[Post], *, share: float, least: int, window: timedelta
) -> datetime | None:
    """Until when the next posts are read first; None when trust holds. Pure.

    `posts` is all that was written within the window. They leave it one after the other, the oldest
    first, and the pause ends as soon as the rest of them would not begin one.
    """
    left = sorted(posts, key=lambda post: post.written_at)
    until = None
    while is_too_much(left, share, least):
        until = left[0].written_at + window
        left = left[1:]
    return until


def is_too_much(posts: Sequence[Post], share: float, least: int) -> bool:
    """Whether so many were rejected, and such a share, that it is no bad day any more."""
    rejected = sum(post.is_rejected for post in posts)
    return rejected >= max(1, least, share * len(posts) - ROUNDING)


def renew_trust(member_id: int | None) -> None:
    """Count anew; call in the transaction of a decision on a comment of the member.

    The member is locked before it is counted: of two decisions at once the second counts both.
    """
    if member_id is None:
        return
    member = Member.objects.select_for_update().only("trust_paused_until").get(pk=member_id)
    window = timedelta(days=settings.TRUST_WINDOW_DAYS)
    until = paused_until(
        posts_since(member_id, timezone.now() - window),
        share=settings.TRUST_REJECTED_SHARE,
        least=settings.TRUST_REJECTIONS_MIN,
        window=window,
    )
    if until != member.trust_paused_until:
        Member.objects.filter(pk=member_id).update(trust_paused_until=until)


def posts_since(member_id: int, since: datetime) -> list[Post]:
    """What the member wrote since then. Taking a rejected comment back makes it no better."""
    taken_back = Decision.objects.filter(reverses=OuterRef("pk"))
    standing = Decision.objects.filter(comment=OuterRef("pk"), kind__in=VERDICTS)
    newest = standing.exclude(Exists(taken_back)).order_by("-pk").values("kind")[:1]
    written = Comment.objects.filter(author=member_id, created_at__gte=since)
    rows = written.values_list("created_at", Subquery(newest))
    return [Post(written_at, kind in REJECTIONS) for written_at, kind in rows]
