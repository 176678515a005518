"""Limits of writing and of threads that no other test meets. See docs/limits.md."""

import pytest
from django.test import Client

from community.members.models import Member
from community.screening.rules.links import LINKS_OF_A_TRUSTED_AUTHOR
from community.threads.actions import post_comment
from community.threads.forms import EMAIL_MAX
from community.threads.models import NAME_MAX, Comment, Thread
from community.threads.receipts import COOKIE_AGE, COOKIE_COMMENTS, remembered
from community.threads.submissions import POSTS_IN_PACE, RECENT_TEXTS, recent_comments
from community.threads.tree import NUMBER_MAX


@pytest.fixture
def address(thread: Thread) -> str:
    return f"/articles/{thread.article.slug}/comments/"


def test_a_name_that_is_too_long_is_explained(address: str) -> None:
    page = Client().post(address, {"name": "G" * (NAME_MAX + 1), "comment": "Hello"})
    assert f"A name holds up to {NAME_MAX} characters" in page.content.decode()
    Client().post(address, {"name": "G" * NAME_MAX, "comment": "Hello"})
    assert Comment.objects.count() == 1


def test_an_address_that_is_too_long_is_explained(address: str) -> None:
    email = "a@" + "b" * EMAIL_MAX + ".example"
    page = Client().post(address, {"name": "Gus", "email": email, "comment": "Hello"})
    assert "error-summary" in page.content.decode() and not Comment.objects.exists()


def test_a_full_thread_gives_the_words_back(address: str, thread: Thread, bob: Member) -> None:
    Thread.objects.update(last_number=NUMBER_MAX)
    client = Client()
    client.force_login(bob)
    page = client.post(address, {"comment": "One too many"}).content.decode()
    assert "This thread is full" in page and "One too many" in page
    thread.refresh_from_db()
    assert thread.last_number == NUMBER_MAX and not Comment.objects.exists()


def test_only_the_newest_texts_are_compared(thread: Thread, alice: Member) -> None:
    for n in range(RECENT_TEXTS + 3):
        post_comment(thread=thread, author=alice, text=f"Text {n}")
    texts = [text for text, _ in recent_comments(alice, "")]
    assert len(texts) == RECENT_TEXTS and texts[0] == f"Text {RECENT_TEXTS + 2}"


def test_a_browser_remembers_the_newest_comments(address: str, rf) -> None:
    client = Client()
    for n in range(COOKIE_COMMENTS + 2):
        client.post(address, {"name": "Gus", "comment": f"Text {n}"})
    request = rf.get("/")
    request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
    keys = list(Comment.objects.order_by("pk").values_list("pk", flat=True))
    assert remembered(request) == keys[-COOKIE_COMMENTS:]


def test_a_guests_browser_forgets_after_a_month(address: str) -> None:
    client = Client()
    client.post(address, {"name": "Gus", "comment": "Hello"})
    assert client.cookies["receipts"]["max-age"] == COOKIE_AGE


def test_a_flood_by_one_member_waits(thread: Thread, alice: Member) -> None:
    states = [
        post_comment(thread=thread, author=alice, text=f"Text {n}").comment.state
        for n in range(POSTS_IN_PACE + 1)
    ]
    assert states == ["visible"] * POSTS_IN_PACE + ["pending"]


def test_a_proven_member_may_give_a_few_links(thread: Thread, alice: Member) -> None:
    links = [f"https://example.org/study/{n}" for n in range(LINKS_OF_A_TRUSTED_AUTHOR + 1)]
    few = post_comment(thread=thread, author=alice, text="See " + " ".join(links[:-1])).comment
    many = post_comment(thread=thread, author=alice, text="Look " + " ".join(links)).comment
    assert (few.state, many.state) == ("visible", "pending")
