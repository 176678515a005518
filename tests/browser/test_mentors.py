"""Agreeing before a post, and mentors, in a real browser: by keyboard, without JavaScript, at 320 px."""

import pytest
from playwright.sync_api import expect

from community.members.models import Member
from community.mentors.actions import offer_mentor
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from tests.browser.looking import LOOKS, FindTroubles, NewPage, SignIn, wide

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("javascript", [True, False])
def test_what_is_asked_before_a_post_is_agreed_to_and_the_words_are_posted(
    new_page: NewPage,
    sign_in: SignIn,
    find_troubles: FindTroubles,
    thread: Thread,
    alice: Member,
    javascript: bool,
) -> None:
    Member.objects.update(must_agree=True)
    page = new_page(width=320, javascript=javascript)
    sign_in(page, alice)
    page.goto(thread.get_absolute_url())
    page.get_by_label("Your comment").fill("Half a thought.\n\nAnd the rest.")
    page.get_by_role("button", name="Post comment").press("Enter")
    expect(page.get_by_role("heading", name="Before this is posted")).to_be_visible()
    page.get_by_label("I have read the guidelines").press("Space")
    page.get_by_role("button", name="Agree and post").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Without this consent")
    assert (find_troubles(page) if javascript else wide(page)) == []
    page.get_by_label("I agree that what I write").press("Space")
    page.get_by_role("button", name="Agree and post").press("Enter")
    expect(page.get_by_text("And the rest.")).to_be_visible()
    assert Comment.objects.get().body == "Half a thought.\n\nAnd the rest."


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_somebody_becomes_a_mentor_and_welcomes_who_is_new(
    new_page: NewPage,
    sign_in: SignIn,
    find_troubles: FindTroubles,
    thread: Thread,
    alice: Member,
    bob: Member,
    mo: Member,
    theme: str,
    width: int,
) -> None:
    comment = post_comment(thread=thread, author=bob, text="I am new here.").comment
    offer_mentor(member=alice, moderator=mo, words="")
    page = new_page(width=width, theme=theme)
    sign_in(page, alice)
    troubles: list[str] = []

    def look() -> None:
        troubles.extend(find_troubles(page))

    page.goto("/account/decisions/")
    look()
    page.get_by_role("link", name="What mentors do, and your answer").click()
    look()
    page.get_by_role("button", name="Yes, I will").press("Enter")
    expect(page.get_by_role("heading", name="You are a mentor")).to_be_visible()
    look()
    page.get_by_role("link", name="Who is new here").click()
    look()
    page.get_by_role("link", name="Welcome Bob").click()
    look()
    page.get_by_label("Your comment").fill("Good that you are here.")
    page.get_by_role("button", name="Post comment").press("Enter")
    expect(page.get_by_text("Good that you are here.")).to_be_visible()
    assert Comment.objects.get(author=alice).parent == comment
    page.goto("/mentors/new-here/")
    expect(page.get_by_text("Everybody who is new has been welcomed.")).to_be_visible()
    sign_in(page, mo)
    page.goto(f"/moderation/people/{alice.pk}/")
    page.get_by_role("link", name="No longer a mentor").click()
    look()
    assert troubles == []
