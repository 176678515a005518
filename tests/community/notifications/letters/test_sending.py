"""Letters: their names, what fails, what is gathered."""

import smtplib
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from community.members.models import Member
from community.notifications.follows.actions import choose_letters, follower_for
from community.notifications.letters import sending
from community.notifications.letters.sending import (
    ITEMS_MAX,
    REFUSALS_MAX,
    gather_letters,
    send_waiting_letters,
)
from community.notifications.news.models import Digest, Notification
from community.notifications.telling import tell_waiting_events
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread

MONDAY = datetime(2026, 6, 1, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def server_is_there() -> Any:
    """No pause of another test is left."""
    sending.away.end()
    yield
    sending.away.end()


@pytest.fixture
def answered(thread: Thread, alice: Member, bob: Member) -> Comment:
    """Bob answered Alice, and the worker knows."""
    first = post_comment(thread=thread, author=alice, text="A question").comment
    answer = post_comment(thread=thread, author=bob, text="An answer", parent=first).comment
    tell_waiting_events()
    return answer


def failing(*errors: Exception) -> Any:
    """A mail server that fails so many times, and then takes the letter."""
    real = EmailMultiAlternatives.send
    left = list(errors)

    def send(self: EmailMultiAlternatives, *given: Any, **named: Any) -> int:
        if left:
            raise left.pop(0)
        return real(self, *given, **named)

    return mock.patch.object(EmailMultiAlternatives, "send", send)


def test_a_letter_sent_again_after_a_fall_has_the_same_name(answered: Comment) -> None:
    send_waiting_letters()
    Notification.objects.update(mail="waiting")  # as if the worker had died before marking it
    send_waiting_letters()
    names = {letter.extra_headers["Message-ID"] for letter in mail.outbox}
    assert len(mail.outbox) == 2
    assert len(names) == 1


def test_every_letter_can_be_ended_by_one_click(answered: Comment, client: Any) -> None:
    send_waiting_letters()
    (letter,) = mail.outbox
    stop = letter.extra_headers["List-Unsubscribe"].strip("<>")
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = stop.removeprefix("http://127.0.0.1:8000")
    assert client.get(path).status_code == 200
    follower = Notification.objects.get().follower
    assert follower.replies == "at_once"
    answer = client.post(
        path, {"List-Unsubscribe": "One-Click"}, HTTP_ORIGIN="https://mail.example"
    )
    assert answer.status_code == 200  # a mail program may be a page of another site
    assert client.post("/x/", HTTP_ORIGIN="https://mail.example").status_code == 403
    follower.refresh_from_db()
    assert follower.replies == "never"


def test_while_the_server_is_away_everything_waits_and_then_all_is_sent(
    answered: Comment, time_machine: Any
) -> None:
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    with failing(ConnectionRefusedError(), ConnectionRefusedError()):
        assert send_waiting_letters() == 0
        time_machine.shift(3600)
        assert send_waiting_letters() == 0
        time_machine.shift(3600)
        assert send_waiting_letters() == 1
    assert len(mail.outbox) == 1


def test_a_letter_that_is_refused_holds_up_no_other(
    answered: Comment, thread: Thread, alice: Member, bob: Member
) -> None:
    post_comment(thread=thread, author=alice, text="Another answer", parent=answered)
    tell_waiting_events()
    refused = smtplib.SMTPRecipientsRefused({alice.email: (550, b"No such user")})
    with failing(refused):
        assert send_waiting_letters() == 1
    assert mail.outbox[0].to == [bob.email]


def test_a_letter_whose_words_are_refused_holds_up_no_other_and_is_given_up(
    answered: Comment, thread: Thread, alice: Member, bob: Member
) -> None:
    post_comment(thread=thread, author=alice, text="Another answer", parent=answered)
    tell_waiting_events()
    for turn in range(REFUSALS_MAX):
        with failing(smtplib.SMTPDataError(554, b"Not these words")):
            assert send_waiting_letters() == (1 if turn in (0, REFUSALS_MAX - 1) else 0)
        Notification.objects.update(not_before=None)
    assert [letter.to for letter in mail.outbox] == [[bob.email]]
    assert not Notification.objects.filter(mail="waiting").exists()


def test_a_server_that_leaves_lets_all_wait(answered: Comment) -> None:
    with failing(smtplib.SMTPDataError(421, b"Closing")):
        assert send_waiting_letters() == 0
    assert sending.away.until is not None
    assert Notification.objects.get(mail="waiting").attempts == 0


def test_a_letter_that_is_refused_for_good_is_given_up(answered: Comment, alice: Member) -> None:
    refused = smtplib.SMTPRecipientsRefused({alice.email: (550, b"No such user")})
    for _ in range(REFUSALS_MAX):
        with failing(refused):
            send_waiting_letters()
        Notification.objects.update(not_before=None)
    assert not mail.outbox
    assert not Notification.objects.filter(mail="waiting").exists()


def test_words_are_left_out_of_letters_where_somebody_wishes_it(
    answered: Comment, alice: Member
) -> None:
    choose_letters(follower=follower_for(alice), shows_words=False)
    send_waiting_letters()
    assert "An answer" not in mail.outbox[0].body


@pytest.mark.parametrize("how", ["daily", "weekly"])
def test_gathered_news_is_one_letter_with_one_name(
    thread: Thread, alice: Member, bob: Member, how: str
) -> None:
    choose_letters(follower=follower_for(alice), replies=how)
    first = post_comment(thread=thread, author=alice, text="A question").comment
    for number in range(3):
        post_comment(thread=thread, author=bob, text=f"Answer number {number}", parent=first)
    tell_waiting_events()
    Notification.objects.update(created_at=MONDAY - timedelta(days=1))
    assert gather_letters(MONDAY.replace(hour=6)) == 0
    assert gather_letters(MONDAY) == 1
    assert gather_letters(MONDAY) == 0
    assert send_waiting_letters() == 1
    (letter,) = mail.outbox
    assert letter.body.count("Answer number") == 3
    assert letter.extra_headers["Message-ID"].startswith(
        f"<event-digest-{Digest.objects.get().pk}-{follower_for(alice).pk}-"
    )


def test_weekly_news_waits_for_monday(answered: Comment) -> None:
    Notification.objects.update(mail="weekly", created_at=MONDAY - timedelta(days=1))
    assert gather_letters(MONDAY + timedelta(days=1)) == 0


def test_a_gathered_letter_ends_after_so_many_pieces_of_news(
    thread: Thread, alice: Member, bob: Member
) -> None:
    follower = follower_for(alice)
    first = post_comment(thread=thread, author=alice, text="A question").comment
    answer = post_comment(thread=thread, author=bob, text="An answer", parent=first).comment
    digest = Digest.objects.create(follower=follower, how="daily")
    Notification.objects.bulk_create(
        Notification(
            follower=follower,
            kind="reply",
            key=f"x{n}",
            comment=answer,
            digest=digest,
            mail="gathered",
        )
        for n in range(ITEMS_MAX + 1)
    )
    send_waiting_letters()
    assert mail.outbox[0].body.count("An answer") == ITEMS_MAX
    assert not Notification.objects.filter(mail="gathered").exists()
