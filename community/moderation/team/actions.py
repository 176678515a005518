"""Who of the team reads what. The change stands in the admin's log."""

from collections.abc import Iterable

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from articles.models import Topic
from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.team.models import TopicLimit


def set_topic_limits(*, moderator: Member, topics: Iterable[Topic], editor: Member) -> None:
    """Let a moderator read these topics only; none of them means everything. Raises `NotAllowed`."""
    if not editor.is_staff:
        raise NotAllowed("Only staff decide who reads which topics.")
    if not moderator.is_moderator:
        raise NotAllowed("Only somebody of the team reads what waits.")
    chosen = list(topics)
    with transaction.atomic():
        TopicLimit.objects.filter(moderator=moderator).delete()
        TopicLimit.objects.bulk_create(
            TopicLimit(moderator=moderator, topic=topic) for topic in chosen
        )
        names = ", ".join(topic.name for topic in chosen) or "everything"
        LogEntry.objects.create(
            user=editor,
            content_type=ContentType.objects.get_for_model(Member),
            object_id=str(moderator.pk),
            object_repr=str(moderator),
            action_flag=CHANGE,
            change_message=f"Reads: {names}",
        )
