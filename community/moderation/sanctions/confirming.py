"""What a member does about a warning: confirm that they have read it."""

from django.db import transaction
from django.utils import timezone

from community.members.models import Member
from community.moderation.sanctions.actions import write_restraints
from community.moderation.sanctions.models import Sanction
from community.moderation.sanctions.reading import unread_warnings
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent


def confirm_warnings(*, member: Member, newest: int) -> None:
    """The member has read the warnings up to this one (its key), and may write again.

    A warning that came while they read is not among them, and has to be read as well.
    """
    with transaction.atomic():
        Member.objects.select_for_update().get(pk=member.pk)
        keys = [each.pk for each in unread_warnings(member) if each.pk <= newest]
        Sanction.objects.filter(pk__in=keys).update(acknowledged_at=timezone.now())
        for key in keys:
            record_event(kind=OutboxEvent.Kind.WARNING_CONFIRMED, subject_id=key)
        write_restraints(member)
