"""Following as people do it: members by a button, guests by a letter."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.keeping.limits import kept_for
from community.members.models import Member
from community.notifications.follows import views
from community.notifications.follows.actions import (
    CONFIRM_AGAIN,
    CONFIRMS_MAX,
    PAUSE,
    UNCONFIRMED_MAX,
    follow,
    forget_address,
)
from community.notifications.follows.models import Follow, Follower
from community.notifications.letters.sending import send_waiting_letters
from community.notifications.news.models import Notification
from community.notifications.news.reading import COUNTED_MAX
from community.notifications.news.views import NEWS_A_PAGE
from community.notifications.telling import tell_waiting_events
from community.retention.forgetting import forget_what_is_over
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread


@pytest.fixture
def address(thread: Thread) -> str:
    """Where one follows the thread."""
    return f"/follow/thread/{thread.article_id}/"


@pytest.fixture
def answered(thread: Thread, alice: Member, bob: Member) -> Comment:
    """Bob answered Alice, and the worker knows."""
    first = post_comment(thread=thread, author=alice, text="A question").comment
    answer = post_comment(thread=thread, author=bob, text="An answer", parent=first).comment
    tell_waiting_events()
    return answer


def link_in(letter: Any, part: str) -> str:
    """The path of a link in a letter."""
    found = re.search(rf"http://127\.0\.0\.1:8000(/letters/\S*{part}\S*)", letter.body)
    assert found
    return found[1]


def test_a_member_follows_and_stops_with_one_button(
    client: Client, address: str, alice: Member
) -> None:
    client.force_login(alice)
    client.post(address, {"do": "follow"})
    client.post(address, {"do": "follow"})
    assert Follow.objects.get().is_confirmed
    assert b"You follow this" in client.get(address).content
    client.post(address, {"do": "stop"})
    assert not Follow.objects.exists()


def test_a_guest_confirms_by_letter_and_then_hears_of_it(
    client: Client, address: str, thread: Thread, bob: Member
) -> None:
    assert client.post(address, {"email": "Gus@people.example"}).status_code == 302
    post_comment(thread=thread, author=bob, text="Too early")
    tell_waiting_events()
    send_waiting_letters()
    (letter,) = mail.outbox
    confirm = link_in(letter, "confirm")
    assert client.get(confirm).status_code == 200
    assert not Follow.objects.get().is_confirmed
    client.post(confirm)
    assert Follow.objects.get().is_confirmed
    Follower.objects.update(comments="at_once")
    post_comment(thread=thread, author=bob, text="Words worth hearing of")
    tell_waiting_events()
    send_waiting_letters()
    assert [each.to for each in mail.outbox] == [["gus@people.example"]] * 2
    assert "Words worth hearing of" in mail.outbox[1].body
    assert not client.cookies


def test_a_stranger_learns_nothing_about_an_address(
    client: Client, address: str, alice: Member
) -> None:
    pages = []
    for email in ("new@people.example", alice.email):
        for _ in range(2):
            page = client.post(address, {"email": email}, follow=True)
            pages.append((page.redirect_chain, page.content))
    assert len({str(page) for page in pages}) == 1


def test_nobody_can_fill_a_mailbox_with_letters_to_confirm(client: Client, thread: Thread) -> None:
    for number in range(UNCONFIRMED_MAX + 3):
        comment = post_comment(
            thread=thread,
            author=Member.objects.create_user(
                f"m{number}@x.example", f"Mem{number}", approved_posts=5, must_agree=False
            ),
            text=f"Comment number {number}",
        ).comment
        client.post(f"/follow/branch/{comment.pk}/", {"email": "gus@people.example"})
        client.post(f"/follow/branch/{comment.pk}/", {"email": "gus@people.example"})
    send_waiting_letters()
    assert len(mail.outbox) == UNCONFIRMED_MAX


def test_a_letter_to_confirm_that_was_lost_can_be_had_again(
    client: Client, address: str, time_machine: Any
) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    for _ in range(CONFIRMS_MAX + 2):
        for _ in range(2):
            client.post(address, {"email": "gus@people.example"})
        send_waiting_letters()
        time_machine.shift(CONFIRM_AGAIN.total_seconds() + 1)
    assert len(mail.outbox) == CONFIRMS_MAX
    assert len({letter.extra_headers["Message-ID"] for letter in mail.outbox}) == CONFIRMS_MAX


def test_one_network_asks_for_so_many_letters_and_no_more(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "LETTERS_AN_HOUR_FROM_ONE_PLACE", 1)
    answers = [
        client.post(address, {"email": "gus@people.example"}, REMOTE_ADDR="9.9.9.9") for _ in (1, 2)
    ]
    assert [page.status_code for page in answers] == [302, 422]
    assert b"gus@people.example" in answers[1].content


def test_what_was_not_confirmed_is_forgotten_after_a_week(client: Client, address: str) -> None:
    client.post(address, {"email": "gus@people.example"})
    long_ago = timezone.now() - kept_for("unconfirmed_follows") - timedelta(minutes=1)
    Follow.objects.update(created_at=long_ago)
    Follower.objects.update(created_at=long_ago)
    forget_what_is_over()
    assert not Follower.objects.exists()


@pytest.mark.parametrize("path", ["thread/999999", "cat/1", "branch/999999", "person/99"])
def test_what_nobody_can_see_cannot_be_followed(client: Client, db: None, path: str) -> None:
    assert client.get(f"/follow/{path}/").status_code == 404


def test_a_pause_is_a_button_behind_the_link_of_every_letter(
    client: Client, answered: Comment, alice: Member
) -> None:
    send_waiting_letters()
    pause = link_in(mail.outbox[0], "pause")
    client.get(pause)
    follower = Follower.objects.get(member=alice)
    assert follower.paused_until is None
    client.post(pause, {"do": "pause"})
    follower.refresh_from_db()
    assert follower.paused_until and follower.paused_until > timezone.now() + PAUSE - timedelta(
        hours=1
    )
    client.post(pause, {"do": "end"})
    follower.refresh_from_db()
    assert follower.paused_until is None


def test_a_guest_ends_everything_and_is_forgotten(client: Client, address: str) -> None:
    client.post(address, {"email": "gus@people.example"})
    send_waiting_letters()
    confirm = link_in(mail.outbox[0], "confirm")
    client.post(confirm)
    token = confirm.split("/")[2]
    page = client.get(f"/letters/{token}/")
    assert b"Comments below" in page.content
    client.post(
        f"/letters/{token}/", {"comments": "weekly", "articles": "daily", "corrections": "never"}
    )
    assert Follower.objects.get().comments == "weekly"
    client.post(f"/letters/{token}/", {"do": "stop", "follow": Follow.objects.get().pk})
    assert not Follower.objects.exists()
    assert client.get(f"/letters/{token}/").status_code == 404


@pytest.mark.parametrize("token", ["1", "1-" + "0" * 32, "x-y", "9" * 40])
def test_a_link_that_is_none_opens_nothing(client: Client, answered: Comment, token: str) -> None:
    assert client.get(f"/letters/{token}/").status_code == 404


def test_an_address_can_be_forgotten(client: Client, address: str) -> None:
    client.post(address, {"email": "gus@people.example"})
    forget_address(address="GUS@people.example")
    assert not Follower.objects.exists()
    assert not Notification.objects.exists()


def test_news_has_a_page_and_a_count_that_goes_when_it_is_read(
    client: Client, answered: Comment, alice: Member
) -> None:
    client.force_login(alice)
    page = client.get("/account/news/").content.decode()
    assert "Bob answered you" in page
    assert '<span class="count">(1' in page
    row = Notification.objects.get(follower__member=alice)
    assert client.get(f"/account/news/{row.pk}/").status_code == 302
    assert '<span class="count">' not in client.get("/account/news/").content.decode()


def test_everything_can_be_marked_as_read(client: Client, answered: Comment, alice: Member) -> None:
    client.force_login(alice)
    client.post("/account/news/read/")
    assert not Notification.objects.filter(follower__member=alice, read_at=None).exists()


def test_nobody_opens_somebody_elses_news(client: Client, answered: Comment, bob: Member) -> None:
    client.force_login(bob)
    row = Notification.objects.get(follower__member__pseudonym="Alice")
    assert client.get(f"/account/news/{row.pk}/").status_code == 404


def test_the_page_of_news_goes_on_and_costs_the_same_however_much_there_is(
    client: Client, answered: Comment, alice: Member
) -> None:
    client.force_login(alice)
    first = Notification.objects.get(follower__member=alice)

    def statements() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get("/account/news/")
        return len(found)

    few = statements()
    Notification.objects.bulk_create(
        Notification(follower=first.follower, kind="thread", key=f"x{n}", comment=answered)
        for n in range(max(NEWS_A_PAGE, COUNTED_MAX) + 5)
    )
    assert statements() == few
    page = client.get("/account/news/").content.decode()
    assert page.count("wrote below an article") == NEWS_A_PAGE
    assert f'<span class="count">({COUNTED_MAX}' in page
    assert "Older news" in page


def test_what_was_taken_away_is_not_among_the_news(
    client: Client, answered: Comment, alice: Member
) -> None:
    Comment.objects.filter(pk=answered.pk).update(state="removed")
    client.force_login(alice)
    page = client.get("/account/news/").content.decode()
    assert "answered you" not in page
    assert '<span class="count">' not in page


def test_a_member_chooses_what_comes_by_mail(client: Client, alice: Member) -> None:
    client.force_login(alice)
    given = dict.fromkeys(
        ("replies", "mentions", "comments", "articles", "corrections", "decisions", "answers"),
        "never",
    )
    assert client.post("/account/news/settings/", given).status_code == 302
    follower = Follower.objects.get(member=alice)
    assert (follower.replies, follower.shows_words) == ("never", False)
    assert client.post("/account/news/settings/", given | {"replies": "x"}).status_code == 422


def test_what_one_follows_is_listed_with_as_many_statements_as_one(
    client: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    client.force_login(alice)
    follow(kind=Follow.Kind.THREAD, target=thread.article_id, member=alice)

    def statements() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get("/account/news/settings/")
        return len(found)

    for number in range(7):
        if number == 1:
            one = statements()
        comment = post_comment(
            thread=thread, author=bob, text=f"Comment no {number}, different"
        ).comment
        follow(kind=Follow.Kind.BRANCH, target=comment.pk, member=alice)
    assert statements() == one
