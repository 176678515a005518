"""The pages of a membership: whose they are, what they show, that they are in our words."""

from collections.abc import Callable

import pytest
from django.core.mail import EmailMultiAlternatives
from django.http import HttpResponse
from django.template import Template
from django.test import Client
from django.test.utils import ContextList
from django.urls import get_resolver

from community.members.models import Member

SignIn = Callable[[Client, Member], HttpResponse]
WithApp = Callable[[Member], Member]


def test_the_account_shows_the_name_the_address_and_the_ways_on(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    sign_in(client, alice)
    page = client.get("/account/").content.decode()
    for shown in ("Alice", "alice@people.example", "none yet; with a passkey you need no codes"):
        assert shown in page
    for way in ("name/", "comments/", "email/", "keys/", "logout/"):
        assert f'"/account/{way}"' in page


def test_the_account_says_what_is_set_up(client: Client, alice: Member, with_app: WithApp) -> None:
    client.force_login(with_app(alice))
    assert "an app" in client.get("/account/").content.decode()


def test_the_account_is_for_members(client: Client, db: None) -> None:
    assert client.get("/account/")["Location"] == "/account/login/?next=/account/"


def test_the_account_is_kept_by_no_proxy(client: Client, alice: Member) -> None:
    client.force_login(alice)
    for page in ("/account/", "/account/name/", "/account/again/"):
        assert "no-store" in client.get(page)["Cache-Control"]


def test_no_page_of_an_account_has_a_script_or_a_style_of_its_own(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    sign_in(client, alice)
    for page in ("", "name/", "email/", "keys/", "keys/app/", "keys/passkeys/add/", "logout/"):
        html = client.get(f"/account/{page}").content.decode()
        assert " style=" not in html
        assert "<style" not in html
        assert " onclick=" not in html
        for script in html.split("<script")[1:]:
            assert ' src="/static/js/' in script[:80] or 'type="application/json"' in script[:80]


def test_search_engines_are_asked_to_leave_these_pages_out(client: Client, db: None) -> None:
    page = client.get("/account/login/").content.decode()
    assert '<meta name="robots" content="noindex">' in page


def test_there_is_no_page_for_passwords() -> None:
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert "account_login" in names
    assert not [name for name in names if "password" in name and not name.startswith("admin")]


PAGES = {
    "account_login": "/account/login/",
    "account_signup": "/account/signup/",
    "account_inactive": "/account/inactive/",
    "account_signed_out": "/account/signed-out/",
}
PAGES_OF_MEMBERS = [
    "",
    "name/",
    "email/",
    "logout/",
    "keys/",
    "keys/app/remove/",
    "keys/passkeys/add/",
    "keys/recovery/",
    "keys/recovery/new/",
    "keys/recovery/file/",
    "again/second-step/",
]


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of all templates that were rendered."""
    files: list[str] = []
    render = Template.render

    def see(self: Template, context: ContextList) -> str:
        files.append(str(self.origin))
        return str(render(self, context))

    monkeypatch.setattr(Template, "render", see)
    return files


def test_every_page_is_in_our_words(
    client: Client,
    alice: Member,
    with_app: WithApp,
    sign_in: SignIn,
    app_code: Callable[..., str],
    rendered: list[str],
) -> None:
    for page in PAGES.values():
        assert client.get(page).status_code == 200
    sign_in(client, with_app(alice))
    client.get("/account/login/second-step/")
    client.post("/account/login/second-step/", {"code": app_code()})
    for page in PAGES_OF_MEMBERS:
        assert client.get(f"/account/{page}").status_code == 200, page
    ours = [file for file in rendered if "/templates/account/" in file or "/templates/mfa/" in file]
    assert len(ours) > 20
    assert [file for file in ours if "allauth" in file] == []


def test_every_message_is_in_our_words(
    client: Client,
    alice: Member,
    sign_in: SignIn,
    newest_code: Callable[[], str],
    rendered: list[str],
    mailoutbox: list[EmailMultiAlternatives],
) -> None:
    client.post("/account/login/", {"login": "nobody@example.org"})
    sign_in(client, alice)
    client.post("/account/again/", {"action": "send"})
    client.post("/account/email/", {"email": "new@example.org", "action_add": "1"})
    client.post("/account/email/code/", {"code": newest_code()})
    assert len(mailoutbox) == 5
    assert [file for file in rendered if "site-packages/allauth" in file] == []
    for message in mailoutbox:
        assert "!" not in message.subject + str(message.body)
        assert message.subject.endswith(("Common Thread", "was changed"))
