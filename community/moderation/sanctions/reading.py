"""What holds about somebody, and what was decided before."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from community.members.models import Member
from community.moderation.decisions.models import Decision
from community.moderation.sanctions.models import Sanction

Kind = Sanction.Kind


def current(member: Member) -> QuerySet[Sanction]:
    """The sanctions that hold at this moment."""
    now = timezone.now()
    running = Sanction.objects.filter(member=member, lifted_by=None)
    running = running.filter(Q(ends_at=None) | Q(ends_at__gt=now))
    return running.exclude(kind=Kind.WARN, acknowledged_at__isnull=False)


def unread_warnings(member: Member) -> list[Sanction]:
    """The warnings that the member has not confirmed, the newest first, with their decisions."""
    return list(current(member).filter(kind=Kind.WARN).select_related("decision"))


def newest_about(member: Member) -> Decision | None:
    """The last thing that was decided about somebody."""
    return Decision.objects.filter(member=member).select_related("moderator").first()
