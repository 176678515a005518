"""What people come to do, in a real browser, with and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from community.members.models import Member
from community.moderation.models import Decision
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

both_ways = pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])


@both_ways
def test_a_guest_writes_and_a_moderator_lets_everybody_read_it(
    live_server: Any,
    thread: Thread,
    mo: Member,
    new_page: Callable[..., Page],
    sign_in: Callable[[Page, Any], None],
    javascript: bool,
) -> None:
    guest = new_page(width=320, javascript=javascript)
    guest.goto("/")
    guest.get_by_role("link", name="Resting early").first.click()
    guest.get_by_role("button", name="Post comment").click()
    expect(guest.get_by_role("alert")).to_contain_text("Please enter your comment!")
    guest.get_by_role("link", name="Please enter your name here").click()
    guest.get_by_label("Your name").fill("Gus")
    guest.get_by_label("Your comment").fill("First paragraph.\n\nSecond <b>bold</b> one.")
    guest.get_by_role("button", name="See it first").click()
    expect(guest.get_by_text("Nothing has been posted yet")).to_be_visible()
    guest.get_by_role("button", name="Post comment").click()
    expect(guest.get_by_role("heading", name="Thank you")).to_be_visible()

    moderator = new_page(javascript=javascript)
    sign_in(moderator, mo)
    moderator.goto("/moderation/")
    comment = Comment.objects.get()
    moderator.goto(f"/moderation/comments/{comment.pk}/")
    moderator.get_by_role("button", name="Approve", exact=True).click()
    assert Decision.objects.get().kind == Decision.Kind.APPROVE

    reader = new_page(javascript=javascript)
    reader.goto(thread.article.get_absolute_url())
    expect(reader.locator(".words b")).to_have_text("bold")
    guest.reload()
    expect(guest.get_by_text("Everyone can see it.")).to_be_visible()


def test_a_reply_opens_in_place_and_its_words_survive_a_reload(
    live_server: Any, thread: Thread, alice: Member, page: Page
) -> None:
    post_comment(thread=thread, author=alice, text="A question to all of you")
    page.goto(thread.article.get_absolute_url())
    page.get_by_role("link", name="Reply to Alice").click()
    page.get_by_label("Your comment").fill("Half a thought")
    page.wait_for_timeout(700)
    page.reload()
    page.get_by_role("link", name="Reply to Alice").click()
    expect(page.get_by_label("Your comment")).to_have_value("Half a thought")
    page.get_by_label("Your name").fill("Gus")
    page.get_by_role("button", name="Post comment").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert Comment.objects.get(body="Half a thought").parent.author == alice
    page.goto(thread.article.get_absolute_url())
    page.get_by_role("link", name="Reply to Alice").click()
    expect(page.get_by_label("Your comment")).to_have_value("")


def test_without_javascript_a_reply_has_its_own_page(
    live_server: Any, thread: Thread, alice: Member, new_page: Callable[..., Page]
) -> None:
    post_comment(thread=thread, author=alice, text="A question to all of you")
    page = new_page(javascript=False)
    page.goto(thread.article.get_absolute_url())
    page.get_by_role("link", name="Reply to Alice").click()
    expect(page.get_by_text("A question to all of you")).to_be_visible()
    page.get_by_label("Your name").fill("Gus")
    page.get_by_label("Your comment").fill("My answer")
    page.get_by_role("button", name="Post comment").click()
    assert Comment.objects.get(body="My answer").parent.author == alice


@both_ways
def test_a_branch_folds_away(
    live_server: Any,
    thread: Thread,
    alice: Member,
    bob: Member,
    new_page: Callable[..., Page],
    javascript: bool,
) -> None:
    parent = post_comment(thread=thread, author=alice, text="A question").comment
    post_comment(thread=thread, author=bob, text="An answer", parent=parent)
    page = new_page(javascript=javascript)
    page.goto(thread.article.get_absolute_url())
    expect(page.get_by_text("An answer")).to_be_visible()
    page.locator("summary", has_text="1 reply").click()
    expect(page.get_by_text("An answer")).to_be_hidden()


@both_ways
def test_reading_comfort_is_remembered_without_an_account(
    live_server: Any, thread: Thread, new_page: Callable[..., Page], javascript: bool
) -> None:
    page = new_page(javascript=javascript)
    page.goto("/comfort/")
    page.get_by_label("Largest").check()
    page.get_by_label("Dark").check()
    page.get_by_role("button", name="Keep these choices").click()
    page.goto(thread.article.get_absolute_url())
    expect(page.locator("html")).to_have_attribute("data-text", "4")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_reader_is_left_without_a_cookie(live_server: Any, thread: Thread, page: Page) -> None:
    for address in ("/", "/articles/", thread.article.get_absolute_url(), "/help-lines/"):
        page.goto(address)
    assert page.context.cookies() == []


def test_members_change_and_take_back_their_words(
    live_server: Any,
    thread: Thread,
    alice: Member,
    new_page: Callable[..., Page],
    sign_in: Callable[[Page, Any], None],
) -> None:
    page = new_page(javascript=False, width=320)
    sign_in(page, alice)
    page.goto(thread.article.get_absolute_url())
    page.get_by_label("Your comment").fill("First words")
    page.get_by_role("button", name="Post comment").click()
    page.get_by_role("link", name="Edit your comment").click()
    page.get_by_label("Your comment").fill("Second words")
    page.get_by_role("button", name="Save the new words").click()
    expect(page.get_by_text("Second words")).to_be_visible()
    page.get_by_role("link", name="Take back").click()
    page.get_by_role("button", name="Take it back").click()
    assert Comment.objects.get().state == Comment.State.WITHDRAWN
