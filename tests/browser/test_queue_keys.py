"""The queue by keyboard."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from community.members.models import Member
from community.moderation.models import Decision, ReplyTemplate
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def waiting(thread: Thread) -> list[Comment]:
    """Three comments, the longest waiting first."""
    return [
        post_comment(thread=thread, author=Guest(f"Gus {n}"), text=f"Words {n}").comment
        for n in range(3)
    ]


@pytest.fixture
def open_queue(
    live_server: Any,
    waiting: list[Comment],
    mo: Member,
    new_page: Callable[..., Page],
    sign_in: Callable[[Page, Any], None],
) -> Callable[..., Page]:
    """Returns a function that opens the queue as Mo, with the focus on its first line."""

    def open_it(**options: Any) -> Page:
        page = new_page(**options)
        sign_in(page, mo)
        page.goto("/moderation/")
        page.locator(".queue a").first.focus()
        return page

    return open_it


def test_a_whole_round_needs_no_mouse(
    open_queue: Callable[..., Page], waiting: list[Comment]
) -> None:
    # Earlier tests may have emptied the tables; where there are texts, there is one field more.
    ReplyTemplate.objects.create(title="A reply", words="Kind words.")
    page = open_queue()
    page.keyboard.press("j")
    expect(page.locator(".queue a").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#case-title")).to_contain_text("Gus 1")
    page.keyboard.press("a")
    expect(page.locator("#case-title")).to_contain_text("Gus 2")
    expect(page.get_by_text("Everybody can read the comment by Gus 1 now.")).to_be_visible()
    page.keyboard.press("r")
    expect(page.locator("#reject_ground")).to_be_focused()
    page.keyboard.press("n")  # "Not about the article", by the list's own way of choosing
    page.keyboard.press("Tab")
    expect(page.locator("#reject_reply")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("details[open]").get_by_role("button", name="Put it in")).to_be_focused()
    page.keyboard.press("a")  # between the fields, a letter decides nothing
    page.keyboard.press("Tab")
    page.keyboard.type("a just reason")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#case-title")).to_contain_text("Gus 0")
    kinds = list(Decision.objects.order_by("pk").values_list("kind", "comment", "words"))
    assert kinds == [
        ("approve", waiting[1].pk, ""),
        ("reject", waiting[2].pk, "a just reason"),
    ]


def test_only_what_is_open_is_decided(open_queue: Callable[..., Page]) -> None:
    page = open_queue()
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.get_by_text("Open it with Enter first.")).to_be_visible()
    assert not Decision.objects.exists()


def test_on_a_narrow_screen_the_list_alone_decides_nothing(
    open_queue: Callable[..., Page],
) -> None:
    page = open_queue(width=320)
    page.keyboard.press("a")
    expect(page.get_by_text("Open it with Enter first.")).to_be_visible()
    assert not Decision.objects.exists()


def test_keys_count_only_in_the_list_and_the_case(open_queue: Callable[..., Page]) -> None:
    page = open_queue()
    page.get_by_role("link", name="The log").focus()
    for key in ("a", "r", "j"):
        page.keyboard.press(key)
    expect(page.get_by_role("link", name="The log")).to_be_focused()
    page.locator("#case").focus()
    page.keyboard.press("Control+a")
    assert not Decision.objects.exists()


def test_the_keys_can_be_switched_off_for_good(open_queue: Callable[..., Page]) -> None:
    page = open_queue()
    page.get_by_text("Settings on this device").click()
    page.get_by_label("Keyboard shortcuts").uncheck()
    expect(page.locator("#shortcuts-legend")).to_be_hidden()
    page.reload()
    page.get_by_text("Settings on this device").click()
    expect(page.get_by_label("Keyboard shortcuts")).not_to_be_checked()
    page.locator(".queue a").first.focus()
    page.keyboard.press("a")
    page.keyboard.press("j")
    expect(page.locator(".queue a").first).to_be_focused()
    assert not Decision.objects.exists()


def test_without_javascript_nothing_speaks_of_keys(open_queue: Callable[..., Page]) -> None:
    page = open_queue(javascript=False)
    expect(page.get_by_text("Settings on this device")).to_be_hidden()
    page.get_by_role("button", name="Open the next one").click()
    page.get_by_role("button", name="Approve", exact=True).click()
    assert Decision.objects.count() == 1


def test_a_key_begins_with_the_most_urgent_and_another_opens_a_note(
    open_queue: Callable[..., Page],
) -> None:
    page = open_queue()
    page.keyboard.press("b")
    expect(page.locator("#case-title")).to_contain_text("Gus 0")
    page.keyboard.press("n")
    expect(page.get_by_label("Note for the other moderators")).to_be_focused()


def test_a_key_takes_the_last_decision_back_and_another_leaves_a_case(
    open_queue: Callable[..., Page], waiting: list[Comment]
) -> None:
    page = open_queue()
    page.keyboard.press("b")
    expect(page.locator("#case-title")).to_contain_text("Gus 0")
    page.keyboard.press("a")
    expect(page.locator("#case-title")).to_contain_text("Gus 1")
    page.keyboard.press("u")
    expect(page.get_by_text("Taken back. It is as it was before.")).to_be_visible()
    expect(page.locator("#case-title")).to_contain_text("Gus 0")
    page.locator("#case").focus()
    page.keyboard.press("s")
    expect(page.locator("#case-title")).to_contain_text("Gus 1")
    assert list(Decision.objects.order_by("pk").values_list("kind", flat=True)) == [
        "approve",
        "undo",
    ]


def test_a_key_can_be_chosen_anew_and_no_key_twice(open_queue: Callable[..., Page]) -> None:
    page = open_queue()
    page.get_by_text("Settings on this device").click()
    box = page.get_by_role("textbox", name="begin with the most urgent")
    box.fill("a")
    box.blur()
    expect(page.get_by_text("a is taken")).to_be_visible()
    expect(box).to_have_value("b")
    box.fill("g")
    box.blur()
    page.reload()
    page.locator(".queue a").first.focus()
    page.keyboard.press("b")
    expect(page).to_have_url(re.compile("/moderation/$"))
    page.keyboard.press("g")
    expect(page.locator("#case-title")).to_contain_text("Gus 0")


def test_words_about_danger_stay_folded_until_they_are_wanted(
    open_queue: Callable[..., Page], thread: Thread
) -> None:
    text = "I want to kill myself tonight."
    post_comment(thread=thread, author=Guest("Eve"), text=text)
    page = open_queue()
    page.reload()
    expect(page.get_by_text("Words that may be hard to read.")).to_be_visible()
    page.get_by_role("button", name="Open the next one").click()
    expect(page.locator("#case-title")).to_contain_text("Eve")
    words = page.locator(".case-words")
    expect(words).to_be_hidden()
    page.get_by_text("Show the words; they may be hard to read").click()
    expect(words).to_be_visible()
    page.reload()
    expect(words).to_be_hidden()
    page.get_by_text("Settings on this device").click()
    page.get_by_label("Always show words about danger").check()
    page.reload()
    expect(words).to_be_visible()
