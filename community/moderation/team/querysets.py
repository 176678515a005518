"""Who decides here."""

from django.db.models import QuerySet

from community.members.models import Member


def team() -> QuerySet[Member]:
    """Everybody who may decide."""
    roles = (Member.Role.MODERATOR, Member.Role.STAFF)
    return Member.objects.filter(role__in=roles, is_active=True).order_by("pk")


def is_alone(moderator: Member) -> bool:
    """Whether nobody else may decide here."""
    return moderator.is_moderator and not team().exclude(pk=moderator.pk).exists()
