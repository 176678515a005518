"""Tells people who flagged a comment what came of it, and when that holds no longer."""

from collections.abc import Iterator

from django.core.mail import EmailMultiAlternatives
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from community.moderation.models import Decision, Flag
from community.notifications.handing import hand_over_all
from community.notifications.news.actions import tell_member_of
from community.notifications.news.models import Notification
from community.notifications.reader_messages import flag_settled, flagger_of
from community.outbox.models import OutboxEvent

Kind, Outcome = OutboxEvent.Kind, Flag.Outcome


def tell_flagger(event: OutboxEvent) -> None:
    """Tell somebody what came of their flag, unless it waits again or was answered anew since."""
    flag = Flag.objects.select_related("flagger", "decision").filter(pk=event.subject_id).first()
    if flag is None or flag.outcome == Outcome.OPEN:
        return
    if settled().filter(subject_id=flag.pk, pk__gt=event.pk).exists():
        return
    again = was_told_before(flag, event)
    hand_over_all(letters_about(flag, event.pk, is_again=again))


def was_told_before(flag: Flag, event: OutboxEvent) -> bool:
    """Whether an earlier answer reached the person: it was not taken back before it was told."""
    undone = Decision.objects.filter(
        comment=flag.comment_id,
        kind=Decision.Kind.UNDO,
        decided_at__gte=OuterRef("created_at"),
        decided_at__lte=OuterRef("handled_at"),
    )
    earlier = settled().filter(subject_id=flag.pk, handled_at__lt=event.created_at)
    return earlier.exclude(Exists(undone)).exists()


def corrections_to_flaggers(event: OutboxEvent) -> Iterator[EmailMultiAlternatives]:
    """When a decision is taken back: to those who had heard of it, that their flag waits again."""
    undoing = Decision.objects.select_related("reverses").get(pk=event.subject_id)
    first = undoing.reverses
    if undoing.kind != Decision.Kind.UNDO or first is None or undoing.comment_id is None:
        return
    heard = settled().filter(created_at__gte=first.decided_at, handled_at__lte=undoing.decided_at)
    flags = Flag.objects.select_related("flagger", "decision").filter(
        comment=undoing.comment_id, outcome=Outcome.OPEN, pk__in=heard.values("subject_id")
    )
    for flag in flags:
        yield from letters_about(flag, f"{event.pk}-flag-{flag.pk}", is_again=True)


def letters_about(
    flag: Flag, event_id: int | str, *, is_again: bool
) -> Iterator[EmailMultiAlternatives]:
    """To who flagged, where they want to hear of it."""
    recipient = flagger_of(flag)
    if recipient and is_told_of_flag(flag, event_id):
        yield flag_settled(flag, recipient, event_id, is_again=is_again)


def is_told_of_flag(flag: Flag, event_id: int | str) -> bool:
    """Whether the letter goes out now; a member finds it under the news, too."""
    if flag.flagger is None:
        return True
    path = reverse("my_flags")
    key = f"flag-{event_id}"
    kind = Notification.Kind.FLAG
    return tell_member_of(member=flag.flagger, kind=kind, key=key, subject_id=flag.pk, path=path)


def settled() -> QuerySet[OutboxEvent]:
    """The events that say that a flag was answered."""
    return OutboxEvent.objects.filter(kind=Kind.FLAG_SETTLED)
