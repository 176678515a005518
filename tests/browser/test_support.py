"""Buttons of support: in place with scripts, on a page of their own without."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from community.members.models import Member
from community.support.models import Support
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def comment(thread: Thread, alice: Member) -> Comment:
    post_comment(thread=thread, author=alice, text="I walk slowly.")
    return post_comment(thread=thread, author=alice, text="I rest before I am tired.").comment


def test_the_buttons_open_below_the_comment_and_the_count_changes_where_it_stands(
    page: Page, comment: Comment, bob: Member, sign_in: Callable[[Page, Any], None]
) -> None:
    sign_in(page, bob)
    page.goto(comment.thread.get_absolute_url())
    here = page.locator(f"#comment-{comment.pk}")
    here.get_by_role("link", name="Support this comment").press("Enter")
    expect(here.get_by_role("button", name="Thank you")).to_be_focused()
    here.get_by_role("button", name="Me too").press("Enter")
    expect(here.locator(".said")).to_have_text("Readers said: Me too 1")
    own = here.get_by_role("link", name="You said “Me too”")
    expect(own).to_be_focused()
    expect(here.get_by_role("button")).to_have_count(0)
    own.click()
    expect(here.get_by_role("button", name="Me too")).to_have_attribute("aria-pressed", "true")
    here.get_by_role("button", name="Thinking of you").click()
    expect(here.locator(".said")).to_have_text("Readers said: Thinking of you 1")
    here.get_by_role("link", name="You said").click()
    here.get_by_role("button", name="Take it back").click()
    expect(here.locator(".said")).to_have_count(0)
    expect(here.get_by_role("link", name="Support this comment")).to_be_focused()
    assert not Support.objects.exists()
    assert page.url.endswith(comment.thread.get_absolute_url())


def test_leaving_the_buttons_changes_nothing(
    page: Page, comment: Comment, bob: Member, sign_in: Callable[[Page, Any], None]
) -> None:
    sign_in(page, bob)
    page.goto(comment.thread.get_absolute_url())
    here = page.locator(f"#comment-{comment.pk}")
    link = here.get_by_role("link", name="Support this comment")
    for leave in (
        lambda: page.keyboard.press("Escape"),
        lambda: here.get_by_text("Leave it").click(),
    ):
        link.click()
        expect(here.get_by_role("button", name="Thank you")).to_be_focused()
        leave()
        expect(here.get_by_role("button")).to_have_count(0)
        expect(link).to_be_focused()
    assert not Support.objects.exists()


def test_without_scripts_a_page_has_the_same_buttons(
    new_page: Callable[..., Page],
    comment: Comment,
    bob: Member,
    sign_in: Callable[[Page, Any], None],
) -> None:
    page = new_page(javascript=False, width=320)
    sign_in(page, bob)
    page.goto(comment.thread.get_absolute_url())
    here = page.locator(f"#comment-{comment.pk}")
    here.get_by_role("link", name="Support this comment").click()
    page.get_by_role("button", name="Helps me").click()
    expect(here.locator(".said")).to_have_text("Readers said: Helps me 1")
    assert page.url.endswith(f"#comment-{comment.pk}")


def test_a_visitor_is_led_to_where_to_sign_in(page: Page, comment: Comment) -> None:
    page.goto(comment.thread.get_absolute_url())
    page.locator(f"#comment-{comment.pk}").get_by_role("link", name="Support this").click()
    expect(page.get_by_role("link", name="Sign in and come back here")).to_be_visible()
