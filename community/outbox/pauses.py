"""The pauses of what is tried again: longer each time, and kept in the row, so that a restart shortens none.

A server that puts a letter off until it comes again (greylisting) wants some minutes between two tries.
"""

from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

FIRST_PAUSE = timedelta(seconds=30)  # somebody may be waiting for the letter
LONGEST_PAUSE = timedelta(hours=1)  # a mail server is back within the hour after it is back
NO_PAUSE: dict[str, Any] = {"attempts": 0, "not_before": None}


class TriedAgain(models.Model):
    """What may be put off: how often it was, and when it is tried again (None: at its turn)."""

    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)

    class Meta:
        abstract = True


def may_be_tried() -> Q:
    """Which rows wait for nothing but their turn."""
    return Q(not_before=None) | Q(not_before__lte=timezone.now())


def postpone(row: TriedAgain) -> None:
    """Try again later, after a longer pause each time."""
    pause = min(FIRST_PAUSE * 2 ** min(row.attempts, 10), LONGEST_PAUSE)
    type(row)._default_manager.filter(pk=row.pk).update(
        attempts=row.attempts + 1, not_before=timezone.now() + pause
    )
