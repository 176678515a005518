"""Telling people, from the outbox."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from articles.keeping.limits import kept_for
from community.members.models import Member
from community.moderation.decisions.actions import approve_comment, reject_comment, remove_comment
from community.notifications.follows.actions import follower_for
from community.notifications.news.models import Notification
from community.notifications.telling import tell_waiting_events
from community.outbox.models import OutboxEvent
from community.retention.forgetting import (
    forget_what_is_over,
)
from community.threads.actions import post_comment, withdraw_comment
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest


@pytest.fixture
def comment(thread: Thread, gus: Guest) -> Comment:
    return post_comment(thread=thread, author=gus, text="Words about my illness").comment


def test_an_author_is_told_why_with_the_own_words(comment: Comment, mo: Member) -> None:
    reject_comment(comment=comment, moderator=mo, version=1, ground="selling", words="Sorry.")
    tell_waiting_events()
    (message,) = mail.outbox
    assert message.to == ["gus@people.example"]
    for part in (message.body, message.alternatives[0][0]):
        for words in (
            "Sells or advertises something",
            "Sorry.",
            "Words about my illness",
            "/receipts/",
        ):
            assert words in part
    assert "illness" not in message.subject and "Resting" not in message.subject


def test_a_message_goes_out_once(comment: Comment, mo: Member) -> None:
    approve_comment(comment=comment, moderator=mo, version=1)
    tell_waiting_events()
    tell_waiting_events()
    assert len(mail.outbox) == 1


def test_a_guest_without_an_address_is_not_written_to(thread: Thread, mo: Member) -> None:
    comment = post_comment(thread=thread, author=Guest("Gus"), text="Hello").comment
    approve_comment(comment=comment, moderator=mo, version=1)
    tell_waiting_events()
    assert not mail.outbox and not OutboxEvent.objects.filter(handled_at=None).exists()


def test_nobody_is_told_about_what_they_took_back(comment: Comment, mo: Member, gus: Guest) -> None:
    approve_comment(comment=comment, moderator=mo, version=1)
    withdraw_comment(comment=comment, author=gus)
    tell_waiting_events()
    assert not mail.outbox


def test_when_the_mail_server_is_down_the_message_waits(
    comment: Comment, mo: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve_comment(comment=comment, moderator=mo, version=1)
    works = EmailBackend.send_messages

    def fail(*_: object) -> int:
        raise ConnectionRefusedError

    with time_machine.travel(timezone.now(), tick=False) as clock:
        monkeypatch.setattr(EmailBackend, "send_messages", fail)
        tell_waiting_events()
        monkeypatch.setattr(EmailBackend, "send_messages", works)
        tell_waiting_events()
        assert not mail.outbox  # not at once: a server that is down is left in peace
        clock.shift(timedelta(minutes=1))
        tell_waiting_events()
        assert len(mail.outbox) == 1


def test_a_message_sent_again_has_the_same_id(comment: Comment, mo: Member) -> None:
    """As when the worker dies between sending and marking."""
    approve_comment(comment=comment, moderator=mo, version=1)
    tell_waiting_events()
    OutboxEvent.objects.update(handled_at=None)
    tell_waiting_events()
    first, second = (m.extra_headers["Message-ID"] for m in mail.outbox)
    assert first == second


def test_guest_addresses_are_forgotten_after_six_months(comment: Comment) -> None:
    with time_machine.travel(timezone.now() + kept_for("guest_addresses") - timedelta(hours=1)):
        forget_what_is_over()
        assert Comment.objects.get().author_email
    with time_machine.travel(timezone.now() + kept_for("guest_addresses") + timedelta(hours=1)):
        forget_what_is_over()
        assert not Comment.objects.get().author_email


def test_network_hashes_are_forgotten_after_two_days(comment: Comment) -> None:
    Comment.objects.update(network_hash="abc")
    with time_machine.travel(timezone.now() + kept_for("network_marks") - timedelta(hours=1)):
        forget_what_is_over()
        assert Comment.objects.get().network_hash == "abc"
    with time_machine.travel(timezone.now() + kept_for("network_marks") + timedelta(hours=1)):
        forget_what_is_over()
        assert Comment.objects.get().network_hash == ""


def test_handled_events_are_forgotten_and_waiting_ones_are_not(
    comment: Comment, mo: Member
) -> None:
    approve_comment(comment=comment, moderator=mo, version=1)
    tell_waiting_events()
    waiting = OutboxEvent.objects.create(kind=OutboxEvent.Kind.COMMENT_DECIDED, subject_id=1)
    with time_machine.travel(timezone.now() + kept_for("events") - timedelta(hours=1)):
        forget_what_is_over()
        assert OutboxEvent.objects.count() == 3
    with time_machine.travel(timezone.now() + kept_for("events") + timedelta(hours=1)):
        forget_what_is_over()
    assert list(OutboxEvent.objects.all()) == [waiting]


def test_a_decision_comes_with_the_ways_out_of_letters(
    thread: Thread, nadia: Member, mo: Member, client: Client
) -> None:
    comment = post_comment(thread=thread, author=nadia, text="Words about my illness").comment
    approve_comment(comment=comment, moderator=mo, version=1)
    tell_waiting_events()
    (message,) = mail.outbox
    for part in (message.body, message.alternatives[0][0]):
        assert "Pause everything for 30 days" in part
    stop = message.extra_headers["List-Unsubscribe"].strip("<>")
    one_click = {"List-Unsubscribe": "One-Click"}
    assert client.post("/" + stop.split("/", 3)[3], one_click).status_code == 200
    assert follower_for(nadia).decisions == "never"
    reject = {"version": comment.version, "ground": "selling"}
    remove_comment(comment=comment, moderator=mo, **reject)
    tell_waiting_events()
    assert len(mail.outbox) == 1  # it stands under the news
    assert Notification.objects.filter(follower__member=nadia, kind="decision").count() == 2
