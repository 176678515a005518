"""Choosing what comes by mail, on a telephone: each choice beside its label, large enough for a finger."""

from typing import Any

import pytest
from playwright.sync_api import expect

from community.members.models import Member
from community.notifications.follows.actions import follower_for
from tests.browser.looking import NewPage, SignIn, wide

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Of every choice: where it begins beside its label, whether both share a line, and its height in px.
PLACES = """[...document.querySelectorAll(".choice-rows select")].map(select => {
  const own = select.getBoundingClientRect(), label = select.labels[0].getBoundingClientRect();
  return [own.left >= label.right, own.top < label.bottom && label.top < own.bottom, own.height];
})"""


@pytest.mark.parametrize("javascript", [True, False])
def test_every_kind_of_news_has_its_choice_beside_it_and_is_kept(
    new_page: NewPage, sign_in: SignIn, alice: Member, javascript: bool
) -> None:
    page = new_page(width=320, javascript=javascript)
    sign_in(page, alice)
    page.goto("/account/news/settings/")
    places = page.evaluate(PLACES)
    assert len(places) == 7
    assert all(beside and level and height >= 44 for beside, level, height in places)
    assert wide(page) == []
    page.get_by_label("Your name with an @").select_option("Never")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Your name with an @")).to_have_value("never")
    assert follower_for(alice).mentions == "never"


def test_with_very_large_words_a_choice_stands_below_its_label(
    new_page: NewPage, sign_in: SignIn, alice: Member, live_server: Any
) -> None:
    page = new_page(width=320)
    cookie = {"name": "comfort", "value": "text:4", "url": live_server.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    sign_in(page, alice)
    page.goto("/account/news/settings/")
    assert not any(beside for beside, _, _ in page.evaluate(PLACES))
    assert wide(page) == []
