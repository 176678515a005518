"""News about a member's own posts and appeals: on their page, and by the letter they chose."""

from community.members.models import Member
from community.notifications.news.actions import tell_member_of
from community.notifications.news.models import Notification
from community.outbox.models import OutboxEvent

ANSWERS = (OutboxEvent.Kind.APPEAL_DECIDED,)


def is_told_now(member: Member | None, event: OutboxEvent, path: str) -> bool:
    """Put it on a member's page; returns whether its own letter goes out now. Guests are always told."""
    if member is None:
        return True
    is_answer = event.kind in ANSWERS
    kind = Notification.Kind.ANSWER if is_answer else Notification.Kind.DECISION
    return tell_member_of(
        member=member, kind=kind, key=f"event-{event.pk}", subject_id=event.subject_id, path=path
    )
