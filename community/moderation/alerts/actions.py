"""Noting down what the team was told, and what could not be told yet."""

from collections.abc import Sequence

from django.utils import timezone

from community.moderation.alerts.models import AlertPause, WaitAlert
from community.outbox.pauses import may_be_tried, postpone
from community.threads.models import Comment


def note_told(*, comments: Sequence[Comment], kind: WaitAlert.Kind) -> None:
    """Remember that the team was told of these, so that nobody is told twice.

    Edited words are news again.
    """
    now = timezone.now()
    rows = [WaitAlert(comment=c, version=c.version, kind=kind, sent_at=now) for c in comments]
    WaitAlert.objects.bulk_create(rows, ignore_conflicts=True)
    AlertPause.objects.filter(kind=kind).delete()


def is_put_off(*, kind: WaitAlert.Kind, about: str = "") -> bool:
    """Whether a message about the same words waits for the end of its pause."""
    return AlertPause.objects.filter(kind=kind, about=about).exclude(may_be_tried()).exists()


def put_off(*, kind: WaitAlert.Kind, about: str = "") -> None:
    """Try a message again after a pause, a longer one each time; about other words the pauses begin anew."""
    AlertPause.objects.filter(kind=kind).exclude(about=about).delete()
    pause, _ = AlertPause.objects.get_or_create(kind=kind, defaults={"about": about})
    postpone(pause)
