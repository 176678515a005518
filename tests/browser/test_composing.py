"""Composing an issue of the newsletter with the keys of a real browser."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.models import Article, Issue
from articles.newsletter.actions import create_issue
from community.members.models import Member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("javascript", [True, False])
def test_staff_pick_an_article_and_send_without_filling_in_a_time(
    new_page: Callable[..., Page],
    article: Article,
    stefan: Member,
    sign_in: Callable[[Page, Any], None],
    javascript: bool,
) -> None:
    page = new_page(javascript=javascript)
    sign_in(page, stefan)
    page.goto("/desk/newsletter/")
    page.get_by_role("button", name="Begin an issue").press("Enter")
    page.get_by_label("Title", exact=True).fill("Quiet news")
    page.get_by_label("Words before the articles").fill("Warm days.")
    page.get_by_role("button", name="Pick").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Quiet news")
    expect(page.locator(".picked b")).to_have_text(article.title)
    page.keyboard.press("Tab")  # goes on where the article now stands, not at the top
    expect(page.get_by_label("What stands below this title")).to_be_focused()
    page.get_by_role("button", name="Save, and send now").press("Enter")
    expect(page.get_by_role("button", name="Pick")).to_have_count(0)
    issue = Issue.objects.get()
    assert (issue.title, issue.opening) == ("Quiet news", "Warm days.")
    assert issue.subject == "Quiet news"
    assert issue.started_at is not None or issue.state != "draft"


def test_looking_for_a_title_lists_the_articles_that_have_it(
    page: Page, article: Article, stefan: Member, sign_in: Callable[[Page, Any], None]
) -> None:
    sign_in(page, stefan)
    page.goto("/desk/newsletter/")
    page.get_by_role("button", name="Begin an issue").click()
    for typed, found in (("xyzzy", 0), (article.title.split()[0], 1)):
        page.get_by_label("Words of their titles").fill(typed)
        page.get_by_role("button", name="Look").press("Enter")
        expect(page.get_by_role("button", name="Pick")).to_have_count(found)


def test_the_numbers_of_an_issue_stand_below_each_other_on_a_phone(
    new_page: Callable[..., Page], stefan: Member, sign_in: Callable[[Page, Any], None]
) -> None:
    issue = create_issue(title="News", started_at=timezone.now(), state="sending")
    page = new_page(width=320)
    sign_in(page, stefan)
    page.goto(f"/desk/newsletter/{issue.pk}/")
    lefts = page.locator(".facts dd").evaluate_all(
        "all => all.map(each => Math.round(each.getBoundingClientRect().left))"
    )
    assert len(lefts) > 5 and len(set(lefts)) == 1
