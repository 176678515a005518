"""What holds about a member at this moment, in words. It stands in columns, so it costs no question."""

from django.conf import settings

from common.times import exact_time
from community.members.models import Member
from community.members.restraints import gap_of, is_paused, is_read_first, is_trust_paused


def trust_in_words(member: Member) -> str:
    """Whether their comments appear at once."""
    if is_trust_paused(member) and member.trust_paused_until:
        until = exact_time(member.trust_paused_until)
        return f"read first until {until}, because of rejections lately"
    if member.approved_posts < settings.TRUST_APPROVED_POSTS:
        return f"read first until moderators approved {settings.TRUST_APPROVED_POSTS}"
    return "appear at once"


def measures_in_words(member: Member) -> list[str]:
    """What moderators decided about the person and holds, each with its end."""
    held = (
        ("warned, not read yet", member.is_warned, None),
        ("slowed down", bool(gap_of(member)), member.slowed_until),
        ("read before it appears", is_read_first(member), member.read_first_until),
        ("paused", is_paused(member), member.paused_until),
        ("banned", member.is_banned, None),
    )
    return [
        f"{words} until {exact_time(until)}" if until else words
        for words, holds, until in held
        if holds
    ]
