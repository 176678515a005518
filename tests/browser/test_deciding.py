"""Templates and blanks with scripts: what is chosen goes where one types, and nothing is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal
from community.moderation.decisions.actions import reject_comment
from community.moderation.models import Decision, ReplyTemplate
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "I rest early. Ask Ann Lee, she knows."


@pytest.fixture
def waiting(thread: Thread) -> Comment:
    return post_comment(thread=thread, author=Guest("Gus"), text=TEXT).comment


@pytest.fixture
def at_work(page: Page, mo: Member, sign_in: Callable[[Page, Any], None]) -> Page:
    """Mo's browser."""
    sign_in(page, mo)
    return page


def test_a_template_goes_below_what_was_typed(at_work: Page, waiting: Comment) -> None:
    ReplyTemplate.objects.create(title="A reply", words="Kind words.")
    at_work.goto(f"/moderation/comments/{waiting.pk}/")
    at_work.get_by_text("Do not publish, with a reason").click()
    form = at_work.locator("#reject-form")
    form.get_by_label("In your own words").fill("Hello Gus,")
    form.get_by_label("Begin with a text").select_option("A reply")
    for _ in range(2):
        form.get_by_role("button", name="Put it in").click()
        expect(form.get_by_label("In your own words")).to_have_value("Hello Gus,\n\nKind words.")
    expect(form.get_by_label("In your own words")).to_be_focused()
    assert at_work.url.endswith(f"/moderation/comments/{waiting.pk}/")


def test_a_text_on_the_page_goes_into_the_answer_to_an_appeal(
    at_work: Page, waiting: Comment, mia: Member
) -> None:
    ReplyTemplate.objects.create(title="A reply", words="Kind words.", use="appeal")
    given = {"moderator": mia, "version": 1, "ground": "attack"}
    decision = reject_comment(comment=waiting, **given)
    appeal = lodge_appeal(decision=decision, author=Guest("Gus"), words="It is not.")
    at_work.goto(f"/moderation/appeals/{appeal.pk}/")
    at_work.get_by_label("Your reasons").fill("Hello Gus,")
    at_work.get_by_text("Texts to begin with").click()
    at_work.get_by_role("button", name="Put it in").first.click()
    expect(at_work.get_by_label("Your reasons")).to_have_value("Hello Gus,\n\nKind words.")


def test_what_is_selected_is_blanked(at_work: Page, waiting: Comment) -> None:
    at_work.goto(f"/moderation/comments/{waiting.pk}/blank/")
    at_work.evaluate(
        """() => {
            const text = document.querySelector("#words p").firstChild;
            const range = document.createRange();
            const at = text.data.indexOf("Ann Lee");
            range.setStart(text, at);
            range.setEnd(text, at + "Ann Lee".length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    at_work.get_by_role("button", name="Blank what I select").click()
    expect(at_work.get_by_label("Words to blank")).to_have_value("Ann Lee")
    at_work.get_by_label("Reason").select_option("personal_details")
    at_work.get_by_role("button", name="See it blanked").click()
    expect(at_work.locator(".preview")).to_contain_text("Ask [blanked by a moderator], she knows.")
    assert not Decision.objects.exists()
    at_work.get_by_role("button", name="Publish it like this").click()
    expect(at_work.locator("main")).to_contain_text("Visible with words blanked.")
    assert "Ann Lee" not in Comment.objects.get().piece


def test_without_scripts_the_whole_way_works(
    new_page: Callable[..., Page],
    mo: Member,
    sign_in: Callable[[Page, Any], None],
    waiting: Comment,
) -> None:
    page = new_page(width=320, javascript=False)
    sign_in(page, mo)
    page.goto(f"/moderation/comments/{waiting.pk}/")
    page.get_by_role("link", name="Publish with words blanked").click()
    expect(page.get_by_role("button", name="Blank what I select")).to_be_hidden()
    page.get_by_text("Or choose whole sentences").click()
    page.get_by_label("Ask Ann Lee, she knows.").check()
    page.get_by_label("Reason").select_option("personal_details")
    page.get_by_role("button", name="See it blanked").click()
    page.get_by_role("button", name="Publish it like this").click()
    assert Comment.objects.get().body == "I rest early. [blanked by a moderator]"
