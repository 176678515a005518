"""Letters to members that come back end letters to that address, and nothing else."""

import smtplib
from datetime import timedelta
from email.message import EmailMessage
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.keeping.limits import kept_for
from articles.models import Subscriber
from articles.newsletter.links import token_of
from articles.proofs.letters import letter_name
from community.members.models import Member
from community.notifications.follows.actions import ask_to_follow, confirm_follow, follower_for
from community.notifications.follows.links import letters_token
from community.notifications.follows.models import Follow, Follower
from community.notifications.letters import returned, sending
from community.notifications.letters.models import ReturnedLetter
from community.notifications.letters.sending import REFUSALS_MAX, send_waiting_letters
from community.notifications.news.models import Notification
from community.notifications.returned import take_mail
from community.notifications.telling import tell_waiting_events
from community.retention.forgetting import forget_what_is_over
from community.threads.actions import post_comment
from community.threads.models import Thread
from tests.common.mail.test_returned import NAMED, bounce, report
from tests.community.notifications.letters.test_sending import failing

COMPLAINT = report(
    "feedback-report", "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n"
)


@pytest.fixture(autouse=True)
def server_is_there() -> Any:
    """No pause of another test is left."""
    sending.away.end()
    yield
    sending.away.end()


def answer(thread: Thread, alice: Member, bob: Member, text: str) -> None:
    """Bob answers Alice once more, and the worker knows."""
    first = post_comment(thread=thread, author=alice, text=f"A question. {text}").comment
    post_comment(thread=thread, author=bob, text=text, parent=first)
    tell_waiting_events()


def come_back(letter: Any, data: bytes = b"") -> str:
    """A report about a letter arrives."""
    name = letter.extra_headers["Message-ID"]
    return take_mail((data or bounce("5.1.1")).replace(NAMED.encode(), name.encode()))


def letters_to(member: Member) -> list[Any]:
    return [letter for letter in mail.outbox if letter.to == [member.email]]


def send_to_alice(thread: Thread, alice: Member, bob: Member, count: int) -> list[Any]:
    for number in range(count):
        answer(thread, alice, bob, f"Answer number {number}, unlike the others")
    while send_waiting_letters():
        pass
    return letters_to(alice)


def test_letters_that_come_back_for_good_end_letters_and_the_account_says_so(
    client: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    first, second = send_to_alice(thread, alice, bob, 2)
    assert come_back(first) == "counted"
    assert come_back(first) == "counted"
    assert not Follower.objects.get(member=alice).is_stopped
    assert come_back(second) == "stopped"
    answer(thread, alice, bob, "Another answer")
    send_waiting_letters()
    assert len(letters_to(alice)) == 2
    client.force_login(alice)
    assert b"No letters go to" in client.get("/account/").content
    page = client.get("/account/news/settings/").content
    assert b"Several letters came back" in page and b"Codes to sign in are still sent" in page
    assert b"Another answer" in client.get("/account/news/").content
    client.post("/account/news/settings/", {"do": "resume"})
    assert b"No letters go to" not in client.get("/account/").content
    assert not ReturnedLetter.objects.exists()
    answer(thread, alice, bob, "An answer after that")
    send_waiting_letters()
    assert len(letters_to(alice)) == 3


def test_codes_to_sign_in_are_sent_all_the_same(client: Client, alice: Member) -> None:
    returned.stop_mail(follower=follower_for(alice), why=Follower.Stopped.RETURNED)
    client.post("/account/login/", {"login": alice.email})
    assert [letter.to for letter in mail.outbox] == [[alice.email]]


def test_another_address_is_written_to(alice: Member) -> None:
    follower = follower_for(alice)
    returned.stop_mail(follower=follower, why=Follower.Stopped.RETURNED)
    follower.refresh_from_db()
    assert follower.is_stopped
    Member.objects.filter(pk=alice.pk).update(email="alice@another.example")
    assert not Follower.objects.get(member=alice).is_stopped


def test_a_complaint_ends_letters_at_once(thread: Thread, alice: Member, bob: Member) -> None:
    (letter,) = send_to_alice(thread, alice, bob, 1)
    assert come_back(letter, COMPLAINT) == "stopped"
    assert Follower.objects.get(member=alice).stopped_why == "complaint"


def test_letters_that_come_back_for_now_again_and_again_end_letters_too(alice: Member) -> None:
    follower = follower_for(alice)

    def back(number: int) -> str:
        name = letter_name(f"event-news-{number}", follower.pk)
        return take_mail(bounce("4.2.2").replace(NAMED.encode(), name.encode()))

    said = [back(number) for number in range(returned.FOR_NOW_MAX)]
    assert said == ["counted"] * (returned.FOR_NOW_MAX - 1) + ["stopped"]


def test_a_letter_that_came_back_long_ago_no_longer_counts(alice: Member) -> None:
    follower = follower_for(alice)
    for name in ("event-1", "event-2"):
        assert returned.note_returned(follower=follower, name=name, is_final=True) == "counted"
        old = timezone.now() - kept_for("returned_letters") - timedelta(seconds=1)
        ReturnedLetter.objects.update(returned_at=old)
    forget_what_is_over()
    assert not ReturnedLetter.objects.exists()


def test_a_name_that_we_did_not_give_stops_nobody(alice: Member) -> None:
    follower = follower_for(alice)
    true = letter_name("event-1", follower.pk)
    for guess in (f"<event-1-{follower.pk}@x.example>", true.replace("event-1", "event-2")):
        for _ in range(3):
            assert take_mail(bounce("5.1.1").replace(NAMED.encode(), guess.encode())) == "nothing"
    assert take_mail(b"Subject: I am on holiday\n\nBack on Monday.") == "nothing"
    assert not ReturnedLetter.objects.exists()


def test_a_server_that_refuses_an_address_for_good_counts_like_a_report(
    thread: Thread, alice: Member, bob: Member
) -> None:
    refused = smtplib.SMTPRecipientsRefused({alice.email: (550, b"5.1.1 No such user")})
    for number in range(2):
        answer(thread, alice, bob, f"Answer number {number}, unlike the other")
        for _ in range(REFUSALS_MAX):
            with failing(refused):
                send_waiting_letters()
            Notification.objects.update(not_before=None)
    assert Follower.objects.get(member=alice).is_stopped


def test_a_server_that_has_the_site_on_a_list_ends_nothing(
    thread: Thread, alice: Member, bob: Member
) -> None:
    listed = smtplib.SMTPRecipientsRefused({alice.email: (550, b"5.7.1 You are listed")})
    answer(thread, alice, bob, "An answer")
    with failing(listed):
        send_waiting_letters()
    assert not ReturnedLetter.objects.exists()


def test_a_guest_whose_address_takes_no_mail_is_forgotten(thread: Thread, bob: Member) -> None:
    assert thread.article_id
    ask_to_follow(kind=Follow.Kind.THREAD, target=thread.article_id, address="gus@people.example")
    send_waiting_letters()
    (letter,) = mail.outbox
    confirm_follow(follow=Follow.objects.get())
    assert come_back(letter, bounce("4.2.2")) == "nothing"
    assert Follower.objects.exists()
    assert come_back(letter) == "stopped"
    assert not Follower.objects.exists()


@pytest.mark.parametrize(("what", "left"), [("replies", "never"), ("gathered", "at_once")])
def test_a_mail_ends_a_kind_of_letters(alice: Member, what: str, left: str) -> None:
    follower = follower_for(alice)
    wish = EmailMessage()
    wish["Subject"] = f"unsubscribe {what} {letters_token(follower)}"
    assert take_mail(wish.as_bytes()) == "unsubscribed"
    follower.refresh_from_db()
    assert follower.replies == left
    assert follower.comments == ("never" if what == "gathered" else "daily")


@pytest.mark.parametrize("what", ["newsletter", "everything", "shows"])
def test_a_mail_that_names_nothing_of_theirs_ends_nothing(alice: Member, what: str) -> None:
    wish = EmailMessage()
    wish["Subject"] = f"unsubscribe {what} {letters_token(follower_for(alice))}"
    assert take_mail(wish.as_bytes()) == "nothing"


def test_the_command_reads_one_mail_and_says_what_it_did(
    db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = timezone.now()
    gus = Subscriber.objects.create(
        email="gus@people.example", salt="x", agreed_at=now, confirmed_at=now
    )
    wish = f"Subject: unsubscribe newsletter {token_of(gus)}\n\nGoodbye".encode()
    for said in ("unsubscribed", "nothing"):
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(wish)))
        call_command("take_returned_mail")
        assert capsys.readouterr().out.strip() == said
    assert not Subscriber.objects.exists()
