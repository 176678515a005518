"""Muting: whose words a member does not want to meet. The muted person never learns of it."""

from django.db import models

from community.members.models import Member


class Mute(models.Model):
    """One member does not want to meet the words of another."""

    muter = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="mutes")
    muted = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["muter", "muted"], name="mute_once")]

    def __str__(self) -> str:
        return f"{self.muter_id} mutes {self.muted_id}"


class CannotMute(Exception):
    """Nobody mutes themself."""


def mute_member(*, muted: Member, member: Member) -> Mute:
    """Meet somebody's words no more. Muted twice is muted once. Raises `CannotMute`."""
    if muted.pk == member.pk:
        raise CannotMute("You cannot mute yourself.")
    return Mute.objects.get_or_create(muter=member, muted=muted)[0]


def unmute_member(*, muted: Member, member: Member) -> None:
    """Meet them again."""
    Mute.objects.filter(muter=member, muted=muted).delete()


def muted_by(member: Member) -> frozenset[int]:
    """Keys of the people whom a member muted."""
    return frozenset(Mute.objects.filter(muter=member).values_list("muted_id", flat=True))


def muters_of(member_id: int) -> list[int]:
    """Keys of the members who muted somebody."""
    return list(Mute.objects.filter(muted=member_id).values_list("muter_id", flat=True))
