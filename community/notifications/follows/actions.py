"""Following, confirming, stopping, choosing how it comes."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.keeping.batches import delete_in_batches
from common.proofs import new_salt
from community.members.models import Member
from community.notifications.follows.models import Follow, Follower
from community.notifications.news.choosing import SETTINGS
from community.notifications.news.models import Notification

PAUSE = timedelta(days=30)
# Unconfirmed follows of one address: a stranger cannot fill somebody's mailbox with them.
UNCONFIRMED_MAX = 5
# A letter to confirm that was lost can be had again after so long, so many times.
CONFIRM_AGAIN, CONFIRMS_MAX = timedelta(minutes=10), 3
SETTABLE = (
    "replies", "mentions", "comments", "articles", "corrections", "decisions", "answers",
    "overdue", "own_threads", "shows_words",
)  # fmt: skip


def follower_for(member: Member) -> Follower:
    """The member as somebody who is told of news."""
    found, _ = Follower.objects.get_or_create(
        member=member, defaults={"confirmed_at": timezone.now(), "salt": new_salt()}
    )
    return found


def follow(*, kind: Follow.Kind, target: int, member: Member) -> Follow:
    """Let a member hear of something. Followed twice, it is followed once."""
    follower = follower_for(member)
    found, _ = Follow.objects.get_or_create(
        follower=follower, kind=kind, target=target, defaults={"is_confirmed": True}
    )
    return found


def ask_to_follow(*, kind: Follow.Kind, target: int, address: str) -> None:
    """Let a guest follow something once they confirm it by the letter that goes out.

    Nothing tells whether the address is known. Beyond `UNCONFIRMED_MAX` no more letters go there, until
    they are confirmed or forgotten; the address of a member is written to like any other.
    """
    address = address.strip().lower()
    with transaction.atomic():
        follower, _ = Follower.objects.get_or_create(
            email=address, member=None, defaults={"salt": new_salt()}
        )
        waiting = follower.follows.filter(is_confirmed=False)
        known = follower.follows.filter(kind=kind, target=target).first()
        if known is not None and known.is_confirmed:
            return
        if known is None and waiting.count() >= UNCONFIRMED_MAX:
            return
        found = known or Follow.objects.create(follower=follower, kind=kind, target=target)
        asked = Notification.objects.filter(follow=found, kind=Notification.Kind.CONFIRM)
        lately = asked.filter(created_at__gt=timezone.now() - CONFIRM_AGAIN)
        if lately.exists() or asked.count() >= CONFIRMS_MAX:
            return
        Notification.objects.create(
            follower=follower,
            kind=Notification.Kind.CONFIRM,
            key=f"confirm-{found.pk}-{asked.count() + 1}",
            follow=found,
            mail=Notification.Mail.WAITING,
        )


def confirm_follow(*, follow: Follow) -> None:
    """The person with the letter says yes: the address is theirs, and this is what they want."""
    now = timezone.now()
    with transaction.atomic():
        Follow.objects.filter(pk=follow.pk, is_confirmed=False).update(
            is_confirmed=True, created_at=now
        )
        Follower.objects.filter(pk=follow.follower_id, confirmed_at=None).update(confirmed_at=now)


def unfollow(*, follow: Follow) -> None:
    """Hear of it no more. A guest who follows nothing is forgotten."""
    with transaction.atomic():
        follower = follow.follower
        follow.delete()
        if follower.member_id is None and not follower.follows.exists():
            follower.delete()


def choose_letters(*, follower: Follower, **choices: Any) -> None:
    """Say how each kind comes by mail; what waits of a kind that is ended is not sent any more.

    Raises ValueError for a setting there is not.
    """
    if unknown := set(choices) - set(SETTABLE):
        raise ValueError(f"no such settings: {sorted(unknown)}")
    ended = [kind for kind, name in SETTINGS.items() if choices.get(name) == Follower.How.NEVER]
    with transaction.atomic():
        Follower.objects.filter(pk=follower.pk).update(**choices)
        drop_unsent(follower, kind__in=ended)


def drop_unsent(follower: Follower, **which: Any) -> None:
    """Take news out of the mail; it stays on the page."""
    unsent = (Notification.Mail.WAITING, Notification.Mail.DAILY, Notification.Mail.WEEKLY)
    rows = follower.notifications.filter(mail__in=unsent, **which)
    rows.update(mail=Notification.Mail.NONE)


def pause_letters(*, follower: Follower) -> None:
    """Send nothing for 30 days; what waits is dropped from the mail and stays on the page."""
    with transaction.atomic():
        Follower.objects.filter(pk=follower.pk).update(paused_until=timezone.now() + PAUSE)
        drop_unsent(follower)


def end_pause(*, follower: Follower) -> None:
    """Send letters again, of what happens from now on."""
    Follower.objects.filter(pk=follower.pk).update(paused_until=None)


def stop_kind(*, follower: Follower, setting: str) -> None:
    """Send no more letters of one kind, as the one click of a mail program asks (RFC 8058)."""
    choose_letters(follower=follower, **{setting: Follower.How.NEVER})


def forget_follower(*, follower: Follower) -> None:
    """Delete everything kept about who is told: a guest is forgotten, a member follows nothing."""
    with transaction.atomic():
        follower.follows.all().delete()
        if follower.member_id is None:
            follower.delete()
        else:
            Follower.objects.filter(pk=follower.pk).update(salt=new_salt())


def forget_address(*, address: str) -> None:
    """Delete a guest by their address, with all they follow and every letter that waits."""
    Follower.objects.filter(email=address.strip().lower(), member=None).delete()


def forget_member_mail(*, member: Member) -> None:
    """Delete what a member follows and was told, who follows them, and every letter about their words."""
    with transaction.atomic():
        Follow.objects.filter(kind=Follow.Kind.PERSON, target=member.pk).delete()
        Notification.objects.filter(comment__author=member).delete()
        Follower.objects.filter(member=member).delete()


def forget_unconfirmed(*, before: datetime) -> int:
    """Delete follows asked for before a moment that nobody confirmed, and guests who follow nothing.

    Returns how many of both.
    """
    idle = Follow.objects.filter(is_confirmed=False, created_at__lt=before)
    empty = Follower.objects.filter(member=None, follows=None, created_at__lt=before)
    return delete_in_batches(idle) + delete_in_batches(empty)
