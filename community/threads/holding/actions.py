"""Holding words until their writer has agreed, and letting them go."""

import json
from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone
from django.utils.crypto import salted_hmac

from community.members.models import Member
from community.threads.holding.models import HeldPost
from community.threads.models import Thread


def hold_words(
    *,
    thread: Thread | None,
    member: Member,
    path: str,
    text: str,
    parent_key: int = 0,
    more: Mapping[str, str] | None = None,
) -> HeldPost:
    """Keep words that cannot be posted yet. The same words for the same place are held once."""
    besides = dict(more or {})
    named = json.dumps([member.pk, path, parent_key, text, besides], sort_keys=True)
    key = salted_hmac("community.held", named).hexdigest()
    held, _ = HeldPost.objects.get_or_create(
        key=key,
        defaults={
            "thread": thread,
            "member": member,
            "path": path,
            "parent_key": parent_key,
            "text": text,
            "more": besides,
            "held_at": timezone.now(),
        },
    )
    return held


def release_words(*, member: Member, pk: int) -> None:
    """They are posted, or their writer discards them."""
    HeldPost.objects.filter(member=member, pk=pk).delete()


def forget_held(*, before: datetime) -> int:
    """Delete words that nobody came back for; returns how many."""
    return HeldPost.objects.filter(held_at__lt=before).delete()[0]
