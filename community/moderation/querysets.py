"""What the queue and the log read."""

from django.db.models import Count, Q, QuerySet

from community.members.models import Member
from community.moderation.models import Decision
from community.threads.models import Comment


def queue() -> QuerySet[Comment]:
    """Waiting comments, the most urgent first, then the longest waiting."""
    return (
        Comment.objects.pending()
        .filter(waiting_since__isnull=False)
        .select_related("thread__article", "author", "parent")
        .order_by("-urgency", "waiting_since", "pk")
    )


def log() -> QuerySet[Decision]:
    """Every decision, the newest first."""
    return Decision.objects.select_related("comment__thread__article", "moderator")


def record_of(comment: Comment) -> dict[str, int]:
    """The author's record: how many comments in which state. Guests count by this comment only."""
    if comment.author_id is None:
        return {}
    counted: dict[str, int] = Comment.objects.filter(author=comment.author_id).aggregate(
        **{state: Count("pk", filter=Q(state=state)) for state in Comment.State.values}
    )
    return counted


def earlier_names(author: Member) -> list[str]:
    """Names the member had before, the newest first."""
    return list(author.pseudonym_changes.values_list("old", flat=True))
