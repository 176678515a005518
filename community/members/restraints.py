"""What holds about a member at this moment. What has an end is over by itself when it comes."""

from datetime import datetime, timedelta

from django.utils import timezone

from community.members.models import Member


def is_ahead(time: datetime | None) -> bool:
    """Whether a time is still to come."""
    return time is not None and time > timezone.now()


def is_over(time: datetime | None) -> bool:
    """Whether something has an end, and it has come."""
    return time is not None and not is_ahead(time)


def is_paused(member: Member) -> bool:
    """Whether the member cannot write for a while."""
    return is_ahead(member.paused_until)


def is_read_first(member: Member) -> bool:
    """Whether a moderator asked to read the member's posts before they appear."""
    return member.is_read_first and not is_over(member.read_first_until)


def is_trust_paused(member: Member) -> bool:
    """Whether the member's posts are read first, because too many were rejected lately."""
    return is_ahead(member.trust_paused_until)


def gap_of(member: Member) -> timedelta:
    """The time that has to lie between two posts of the member."""
    seconds = 0 if is_over(member.slowed_until) else member.gap_seconds
    return timedelta(seconds=seconds)


def is_restrained(member: Member) -> bool:
    """Whether something that a moderator decided about the member holds."""
    if member.is_banned or member.is_warned:
        return True
    return is_paused(member) or is_read_first(member) or bool(gap_of(member))
