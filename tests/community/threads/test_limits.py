"""Limits of writing that no other test meets. See docs/limits.md."""

import html
import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.screening.rules.links import LINKS_OF_A_TRUSTED_AUTHOR
from community.threads.actions import COMMENT_MAX, post_comment
from community.threads.models import NAME_MAX, Comment, Thread
from community.threads.posting.forms import EMAIL_MAX
from community.threads.posting.pace import POSTS_IN_WINDOW, WINDOW
from community.threads.posting.receipts import COOKIE_AGE, COOKIE_COMMENTS, remembered
from community.threads.posting.submissions import (
    PACE_WINDOW,
    POSTS_IN_PACE,
    RECENT_TEXTS,
    REPEAT_WINDOW,
    recent_comments,
)
from community.threads.tree import NUMBER_MAX

HOME = {"REMOTE_ADDR": "8.8.4.4"}  # some address that is global
LONG_HOST = ".".join(["b" * 60] * 3) + ".example"
MOMENT = timedelta(seconds=1)


@pytest.fixture
def address(thread: Thread) -> str:
    return f"/articles/{thread.article.slug}/comments/"


def kept_words(page: str) -> str:
    """What stands in the text field."""
    found = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)
    assert found
    return html.unescape(found[1])


def test_a_comment_of_just_the_limit_is_taken_however_many_lines_it_has(address: str) -> None:
    lines = "\r\n".join(["x" * 99] * 100) + "x"  # as browsers send line breaks
    assert len(lines.replace("\r\n", "\n")) == COMMENT_MAX
    page = Client().post(address, {"name": "Gus", "comment": lines + "x"}).content.decode()
    assert "Please make two of it; nothing you wrote is lost." in page
    assert kept_words(page).replace("\r\n", "\n") == lines.replace("\r\n", "\n") + "x"
    assert Client().post(address, {"name": "Gus", "comment": lines}).status_code == 302
    assert len(Comment.objects.get().body) == COMMENT_MAX


def test_no_browser_cuts_off_what_a_guest_pastes(address: str, thread: Thread) -> None:
    page = Client().get(thread.article.get_absolute_url()).content.decode()
    fields = re.findall(r"<(?:input|textarea)[^>]* name=\"(?:name|comment)\"[^>]*>", page)
    assert len(fields) == 2 and not [field for field in fields if "maxlength" in field]


@pytest.mark.parametrize("letter", ["G", "\u0958"])  # the second becomes two when it is stored
def test_a_name_that_is_too_long_is_explained(address: str, letter: str) -> None:
    stored = 2 if letter == "\u0958" else 1
    long, short = letter * (NAME_MAX // stored + 1), letter * (NAME_MAX // stored)
    page = Client().post(address, {"name": long, "comment": "Hello"}).content.decode()
    assert f"A name holds up to {NAME_MAX} characters" in page
    assert kept_words(page) == "Hello" and f'value="{long}"' in page
    Client().post(address, {"name": short, "comment": "Hello"})
    assert len(Comment.objects.get().author_name) == NAME_MAX


def test_an_address_that_is_too_long_is_explained(address: str) -> None:
    longest = "a" * (EMAIL_MAX - len(LONG_HOST) - 1) + "@" + LONG_HOST
    sent = {"name": "Gus", "email": "a" + longest, "comment": "Hello"}
    page = Client().post(address, sent).content.decode()
    assert f"An address holds up to {EMAIL_MAX} characters." in page
    assert kept_words(page) == "Hello" and not Comment.objects.exists()
    Client().post(address, {**sent, "email": longest})
    assert Comment.objects.get().author_email == longest


def test_a_full_thread_gives_the_words_back(address: str, thread: Thread, bob: Member) -> None:
    Thread.objects.update(last_number=NUMBER_MAX - 1)
    client = Client()
    client.force_login(bob)
    assert client.post(address, {"comment": "The last one"}).status_code == 302
    page = client.post(address, {"comment": "One too many"}).content.decode()
    assert "This thread is full" in page and kept_words(page) == "One too many"
    thread.refresh_from_db()
    assert thread.last_number == NUMBER_MAX and Comment.objects.count() == 1


def test_only_the_newest_texts_are_compared(thread: Thread, alice: Member) -> None:
    for n in range(RECENT_TEXTS + 3):
        post_comment(thread=thread, author=alice, text=f"Text {n}")
    texts = [each.text for each in recent_comments(alice, "")]
    assert len(texts) == RECENT_TEXTS and texts[0] == f"Text {RECENT_TEXTS + 2}"


@pytest.mark.parametrize(("more", "state"), [(-MOMENT, "pending"), (MOMENT, "visible")])
def test_the_same_text_waits_for_a_day_and_no_longer(
    thread: Thread, alice: Member, grow, more: timedelta, state: str
) -> None:
    text, parents = "Warm water in the morning helps my hands.", grow(2)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        post_comment(thread=thread, author=alice, text=text, parent=parents[0])
        clock.shift(REPEAT_WINDOW + more)
        again = post_comment(thread=thread, author=alice, text=text, parent=parents[1]).comment
    assert again.state == state
    assert [reason["code"] for reason in again.reasons] == ["same-text"] * (state == "pending")


def test_a_browser_remembers_the_newest_comments(address: str, rf) -> None:
    client = Client()
    for n in range(COOKIE_COMMENTS + 2):
        client.post(address, {"name": "Gus", "comment": f"Text {n}"})
    request = rf.get("/")
    request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
    keys = list(Comment.objects.order_by("pk").values_list("pk", flat=True))
    assert remembered(request) == keys[-COOKIE_COMMENTS:]
    assert len(client.cookies["receipts"].value) < 2048


def test_a_guests_browser_forgets_after_a_month(address: str) -> None:
    client = Client()
    receipt = client.post(address, {"name": "Gus", "comment": "Hello"})["Location"]
    assert client.cookies["receipts"]["max-age"] == COOKIE_AGE
    with time_machine.travel(timezone.now() + timedelta(seconds=COOKIE_AGE + 60)):
        assert "Hello" in Client().get(receipt).content.decode()  # the link itself stays good


def test_a_network_that_was_told_to_wait_may_post_again_after_ten_minutes(address: str) -> None:
    def send(text: str) -> int:
        return Client(**HOME).post(address, {"name": "Gus", "comment": text}).status_code

    with time_machine.travel(timezone.now(), tick=False) as clock:
        assert [send(f"Text {n}") for n in range(POSTS_IN_WINDOW)] == [302] * POSTS_IN_WINDOW
        clock.shift(WINDOW)
        assert send("One more") == 429
        clock.shift(MOMENT)
        assert send("One more") == 302


def test_a_flood_by_one_member_waits(thread: Thread, alice: Member) -> None:
    states = [
        post_comment(thread=thread, author=alice, text=f"Text {n}").comment.state
        for n in range(POSTS_IN_PACE + 1)
    ]
    assert states == ["visible"] * POSTS_IN_PACE + ["pending"]


def test_a_member_who_wrote_a_lot_posts_at_once_again_after_ten_minutes(
    thread: Thread, alice: Member
) -> None:
    def state_of(text: str) -> str:
        return post_comment(thread=thread, author=alice, text=text).comment.state

    with time_machine.travel(timezone.now(), tick=False) as clock:
        for n in range(POSTS_IN_PACE):
            state_of(f"Text {n}")
        clock.shift(PACE_WINDOW)
        assert state_of("Too early") == "pending"
        clock.shift(MOMENT)
        assert state_of("In time") == "visible"


def test_a_proven_member_may_give_a_few_links(thread: Thread, alice: Member) -> None:
    links = [f"https://example.org/study/{n}" for n in range(LINKS_OF_A_TRUSTED_AUTHOR + 1)]
    few = post_comment(thread=thread, author=alice, text="See " + " ".join(links[:-1])).comment
    many = post_comment(thread=thread, author=alice, text="Look " + " ".join(links)).comment
    assert (few.state, many.state) == ("visible", "pending")
