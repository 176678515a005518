"""Joining, signing in by code and by passkey, as people do it in a browser."""

import re
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives
from playwright.sync_api import Page, expect
from pytest_django import Settings

from articles.library.actions import create_article, publish_article
from community.members.models import Member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NewPage = Callable[..., Page]
Mails = list[EmailMultiAlternatives]

# A telephone that keeps passkeys, and knows its owner by the finger.
TELEPHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def _no_limits_used() -> None:
    cache.clear()


@pytest.fixture
def article(transactional_db: None) -> str:
    """The address of an article."""
    body = "<p>People who rest early walk further.</p>"
    made = publish_article(article=create_article(title="Resting early", body_html=body))
    return made.get_absolute_url()


def code_in(mails: Mails) -> str:
    found = re.search(r"^\d{4}-\d{4}$", str(mails[-1].body), re.MULTILINE)
    assert found
    return found.group()


def sign_in_by_code(page: Page, address: str, mails: Mails) -> None:
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill(address)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill(code_in(mails))
    page.get_by_role("button", name="Sign in").click()


def give_telephone(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": TELEPHONE})


def add_passkey(page: Page) -> None:
    page.goto("/account/keys/passkeys/add/")
    page.get_by_label("Name of this passkey").fill("My telephone")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()


def test_nadia_joins_from_an_article_and_comes_back_to_it(
    page: Page, article: str, mailoutbox: Mails
) -> None:
    page.goto(article)
    page.get_by_role("link", name="Sign in").click()
    page.get_by_role("link", name="Make one").click()
    page.get_by_label("E-mail address").fill("nadia@example.org")
    page.get_by_label("Your public name").fill("Nadia")
    page.get_by_label("I have read the guidelines and accept them").check()
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_text("is on its way to nadia@example.org")).to_be_visible()
    page.get_by_label("Code").fill(code_in(mailoutbox))
    page.get_by_role("button", name="Make my account").click()
    expect(page).to_have_url(re.compile(re.escape(article)))
    expect(page.get_by_role("link", name="Nadia")).to_be_visible()


def test_without_javascript_the_code_works_and_no_dead_button_is_shown(
    new_page: NewPage, transactional_db: None, mailoutbox: Mails
) -> None:
    Member.objects.create_user("alice@example.org", "Alice")
    page = new_page(javascript=False)
    page.goto("/account/login/")
    expect(page.get_by_role("button", name="Use a passkey")).to_be_hidden()
    sign_in_by_code(page, "alice@example.org", mailoutbox)
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    page.goto("/account/keys/passkeys/add/")
    expect(page.get_by_role("button", name="Make the passkey")).to_be_hidden()
    expect(page.get_by_text("A passkey needs JavaScript")).to_be_visible()


def test_alice_adds_a_passkey_and_signs_in_with_it_alone(
    page: Page, article: str, mailoutbox: Mails
) -> None:
    Member.objects.create_user("alice@example.org", "Alice")
    give_telephone(page)
    sign_in_by_code(page, "alice@example.org", mailoutbox)
    add_passkey(page)
    page.goto("/account/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.goto(article)
    page.get_by_role("link", name="Sign in").click()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).to_have_url(re.compile(re.escape(article)))
    expect(page.get_by_role("link", name="Alice")).to_be_visible()


def test_a_passkey_opens_the_moderation_rooms(
    page: Page, transactional_db: None, mailoutbox: Mails, settings: Settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    Member.objects.create_user("mo@example.org", "Mo", role=Member.Role.MODERATOR)
    give_telephone(page)
    sign_in_by_code(page, "mo@example.org", mailoutbox)
    page.goto("/moderation/")
    expect(page.get_by_text("Your role needs a second key").first).to_be_visible()
    add_passkey(page)
    page.goto("/moderation/")
    assert page.url.endswith("/moderation/")
    page.goto("/account/logout/")
    page.get_by_role("button", name="Sign out").click()
    sign_in_by_code(page, "mo@example.org", mailoutbox)
    expect(page.get_by_role("heading", name="The second step")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    page.goto("/moderation/")
    assert page.url.endswith("/moderation/")


def test_a_passkey_that_is_refused_says_so_and_can_be_tried_again(
    page: Page, transactional_db: None
) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    nobody = TELEPHONE | {"isUserVerified": False}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": nobody})
    page.goto("/account/login/")
    button = page.get_by_role("button", name="Use a passkey")
    button.click()
    expect(page.get_by_text("That did not finish, and nothing was changed.")).to_be_visible()
    expect(button).to_be_enabled()


@pytest.mark.looks
@pytest.mark.parametrize(("theme", "width"), [("dark", 320), ("light", 1280)])
def test_the_pages_have_no_barriers(
    new_page: NewPage,
    transactional_db: None,
    mailoutbox: Mails,
    find_barriers: Callable[[Page], list[str]],
    theme: str,
    width: int,
) -> None:
    Member.objects.create_user("alice@example.org", "Alice")
    page = new_page(theme=theme, width=width)
    barriers = []

    def look() -> None:
        barriers.extend(find_barriers(page))
        wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        barriers.extend([f"{page.url} is wider than the window"] if page.evaluate(wider) else [])

    page.goto("/account/signup/")
    page.get_by_role("button", name="Send me a code").click()
    look()
    page.goto("/account/login/")
    look()
    page.get_by_label("E-mail address").fill("alice@example.org")
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill("0000-0000")
    page.get_by_role("button", name="Sign in").click()
    look()
    page.get_by_label("Code").fill(code_in(mailoutbox))
    page.get_by_role("button", name="Sign in").click()
    for address in ("", "name/", "email/", "keys/", "keys/app/", "keys/passkeys/add/", "logout/"):
        page.goto(f"/account/{address}")
        look()
    assert barriers == []
