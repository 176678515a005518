"""Showing again that it is you, before something that could lock you out."""

import time
from collections.abc import Callable

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.mail import EmailMultiAlternatives
from django.http import HttpResponse
from django.test import Client

from community.members.models import Member
from community.members.signing_in.codes import TRIES

Code = Callable[[], str]
SignIn = Callable[[Client, Member], HttpResponse]

AGAIN = "/account/again/"
LATER = 16 * 60  # seconds; a sign-in is fresh for a quarter of an hour

# Pages that could lock somebody out of the account.
CAREFUL = [
    "/account/email/",
    "/account/keys/app/",
    "/account/keys/passkeys/add/",
]
CAREFUL_WITH_KEYS = [
    "/account/keys/app/remove/",
    "/account/keys/recovery/",
    "/account/keys/recovery/new/",
    "/account/keys/recovery/file/",
]


@pytest.mark.parametrize("page", CAREFUL)
def test_who_just_signed_in_is_not_asked_again(
    client: Client, alice: Member, sign_in: SignIn, page: str
) -> None:
    sign_in(client, alice)
    assert client.get(page).status_code == 200


@pytest.mark.parametrize("page", CAREFUL)
def test_who_signed_in_long_ago_is_asked_for_a_code_by_mail(
    client: Client, alice: Member, sign_in: SignIn, newest_code: Code, page: str
) -> None:
    sign_in(client, alice)
    with time_machine.travel(time.time() + LATER):
        asked = client.get(page)["Location"]
        assert asked.startswith(AGAIN + "?next=")
        assert "We send a code to alice@people.example." in client.get(asked).content.decode()
        client.post(asked, {"action": "send"})
        answer = client.post(asked, {"code": newest_code()})
        assert answer["Location"] == page
        assert client.get(page).status_code == 200


@pytest.mark.parametrize("page", CAREFUL + CAREFUL_WITH_KEYS)
def test_who_has_an_app_is_asked_for_its_code_and_not_for_mail(
    client: Client,
    alice: Member,
    with_app: Callable[[Member], Member],
    sign_in: SignIn,
    app_code: Callable[..., str],
    page: str,
) -> None:
    sign_in(client, with_app(alice))
    client.post("/account/login/second-step/", {"code": app_code()})
    with time_machine.travel(time.time() + LATER):
        asked = client.get(page)["Location"]
        assert asked.startswith("/account/again/second-step/?next=")
        assert client.get(f"{AGAIN}?next={page}")["Location"] == asked
        assert client.post(asked, {"code": app_code()})["Location"] == page
        assert client.get(page).status_code in (200, 302)
        assert "again" not in client.get(page).headers.get("Location", "")


def test_who_has_a_passkey_alone_is_asked_for_it_before_a_recovery_code(
    client: Client, alice: Member
) -> None:
    Authenticator.objects.create(user=alice, type=Authenticator.Type.WEBAUTHN, data={})
    RecoveryCodes.activate(alice)
    client.force_login(alice)
    asked = client.get("/account/keys/recovery/")["Location"]
    assert asked == "/account/again/passkey/?next=%2Faccount%2Fkeys%2Frecovery%2F"


def test_a_form_sent_too_late_is_done_once_the_code_came_back(
    client: Client,
    alice: Member,
    sign_in: SignIn,
    newest_code: Code,
    mailoutbox: list[EmailMultiAlternatives],
) -> None:
    sign_in(client, alice)
    with time_machine.travel(time.time() + LATER):
        form = {"email": "new@example.org", "action_add": "1"}
        asked = client.post("/account/email/", form)["Location"]
        client.post(asked, {"action": "send"})
        answer = client.post(asked, {"code": newest_code()})
    assert answer["Location"] == "/account/email/code/"
    assert mailoutbox[-1].to == ["new@example.org"]


def test_a_wrong_code_says_how_many_tries_are_left(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    sign_in(client, alice)
    client.post(AGAIN, {"action": "send"})
    page = client.post(AGAIN, {"code": "0000-0000"}).content.decode()
    assert "That is not the code we sent." in page
    assert f"You can try {TRIES - 1} more times." in page


def test_after_too_many_tries_the_code_is_void(
    client: Client, alice: Member, sign_in: SignIn, newest_code: Code
) -> None:
    sign_in(client, alice)
    with time_machine.travel(time.time() + LATER):
        client.post(AGAIN, {"action": "send"})
        for _ in range(TRIES):
            client.post(AGAIN, {"code": "0000-0000"})
        assert "no longer works" in client.get(AGAIN).content.decode()
        client.post(AGAIN, {"code": newest_code()})
        assert client.get("/account/email/").status_code == 302


def test_without_a_code_on_its_way_nothing_is_accepted(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    sign_in(client, alice)
    with time_machine.travel(time.time() + LATER):
        for typed in ("", "0000-0000"):
            client.post(AGAIN, {"code": typed})
        assert client.get("/account/email/").status_code == 302


def test_a_code_for_another_address_is_not_accepted(
    client: Client, alice: Member, sign_in: SignIn, newest_code: Code
) -> None:
    sign_in(client, alice)
    with time_machine.travel(time.time() + LATER):
        client.post(AGAIN, {"action": "send"})
        Member.objects.filter(pk=alice.pk).update(email="changed@example.org")
        client.post(AGAIN, {"code": newest_code()})
        assert client.get("/account/email/").status_code == 302


def test_the_page_is_for_members(client: Client, db: None) -> None:
    assert client.get(AGAIN)["Location"].startswith("/account/login/")


@pytest.mark.parametrize("page", CAREFUL + CAREFUL_WITH_KEYS)
def test_nobody_else_opens_these_pages(client: Client, db: None, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code in (302, 403)
    assert "/account/login/" in answer.headers.get("Location", "/account/login/")
