"""When the words of a person may appear who wants time for second thoughts."""

from datetime import datetime, timedelta

from django.utils import timezone

from community.members.models import Member


def appearance(author: Member | None) -> datetime | None:
    """When what they wrote appears, if it may; None: now."""
    if author is None or not author.second_thoughts:
        return None
    return timezone.now() + timedelta(minutes=author.second_thoughts)
