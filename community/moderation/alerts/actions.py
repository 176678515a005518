"""Noting down what the team was told."""

from collections.abc import Sequence

from django.utils import timezone

from community.moderation.alerts.models import WaitAlert
from community.threads.models import Comment


def note_told(*, comments: Sequence[Comment], kind: WaitAlert.Kind) -> None:
    """Remember that the team was told of these, so that nobody is told twice.

    Edited words are news again.
    """
    now = timezone.now()
    rows = [WaitAlert(comment=c, version=c.version, kind=kind, sent_at=now) for c in comments]
    WaitAlert.objects.bulk_create(rows, ignore_conflicts=True)
