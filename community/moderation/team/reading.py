"""Which comments a moderator reads."""

from django.db.models import Q

from community.members.models import Member
from community.moderation.team.models import TopicLimit
from community.screening.reasons import URGENCY_RED_FLAG
from community.threads.models import Comment


def read_by(moderator: Member) -> Q:
    """A condition on comments: for this moderator. Words of danger are for everybody."""
    topics = topics_of(moderator)
    if not topics:
        return Q()
    below_articles = Comment.objects.filter(thread__article__topics__in=topics)
    begun = Q(thread__topic__in=topics)
    return Q(urgency__gte=URGENCY_RED_FLAG) | begun | Q(pk__in=below_articles.values("pk"))


def topics_of(moderator: Member) -> list[int]:
    """Keys of the topics that the moderator is limited to; none where there is no limit.

    Asked several times on a page, so they stay with the member for as long as it is read.
    """
    known: list[int] | None = moderator.__dict__.get("read_topics")
    if known is None:
        limits = TopicLimit.objects.filter(moderator=moderator)
        known = list(limits.values_list("topic", flat=True))
        moderator.__dict__["read_topics"] = known
    return known


def may_read(moderator: Member, comment: Comment) -> bool:
    """Whether a comment is for this moderator."""
    if not topics_of(moderator):
        return True
    return Comment.objects.filter(read_by(moderator), pk=comment.pk).exists()


def reads_of(moderator: Member, member: Member) -> bool:
    """Whether anything that a member wrote is for this moderator, and so what the team noted about them."""
    if not topics_of(moderator):
        return True
    return Comment.objects.filter(read_by(moderator), author=member).exists()
