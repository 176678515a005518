"""Limits of a membership that no other test meets. See docs/limits.md."""

import re
import socket
import time
from collections.abc import Callable, Iterator

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from community.members.models import PSEUDONYM_MAX, Member
from community.members.second_factor.forms import KEY_NAME_MAX
from community.members.signing_in.forms import CODE_MAX, EMAIL_MAX
from config.settings import (
    ACCOUNT_LOGIN_TIMEOUT,
    ACCOUNT_REAUTHENTICATION_TIMEOUT,
    MFA_RECOVERY_CODE_COUNT,
    SESSION_COOKIE_AGE,
)

Code = Callable[[], str]
SignIn = Callable[[Client, Member], HttpResponse]
WithApp = Callable[[Member], Member]
AppCode = Callable[..., str]

LOGIN, CONFIRM = "/account/login/", "/account/login/code/confirm/"
SIGN_UP, SECOND_STEP = "/account/signup/", "/account/login/second-step/"
LONG_HOST = ".".join(["b" * 60] * 3) + ".example"

pytestmark = pytest.mark.django_db


def test_a_name_of_just_the_limit_is_taken_and_a_longer_one_comes_back(client: Client) -> None:
    longest = "Slow Otter ".ljust(PSEUDONYM_MAX, "x")
    form = {"email": "nadia@example.org", "pseudonym": longest + "x", "agree-guidelines": "on"}
    page = client.post(SIGN_UP, form).content.decode()
    assert f"A name holds up to {PSEUDONYM_MAX} letters. Please choose a shorter one." in page
    assert f'value="{longest}x"' in page and 'value="nadia@example.org"' in page
    assert client.post(SIGN_UP, {**form, "pseudonym": longest}).status_code == 302


@pytest.mark.parametrize(
    ("page", "field"), [(LOGIN, "login"), (SIGN_UP, "email"), ("/account/email/", "email")]
)
def test_an_address_of_just_the_limit_is_taken_and_a_longer_one_comes_back(
    client: Client, alice: Member, sign_in: SignIn, page: str, field: str
) -> None:
    if page == "/account/email/":
        sign_in(client, alice)
    longest = "a" * (EMAIL_MAX - len(LONG_HOST) - 1) + "@" + LONG_HOST
    form = {"pseudonym": "Slow Otter", "action_add": "1", field: "a" + longest}
    form["agree-guidelines"] = "on"
    said = client.post(page, form).content.decode()
    assert f"An address holds up to {EMAIL_MAX} characters." in said
    assert f'value="a{longest}"' in said
    assert client.post(page, {**form, field: longest}).status_code == 302


def test_a_code_may_be_pasted_with_some_words_around_it_but_not_with_a_letter(
    client: Client, alice: Member, newest_code: Code
) -> None:
    client.post(LOGIN, {"login": alice.email})
    words = f"The code is: {newest_code()}"
    page = client.post(CONFIRM, {"code": words.ljust(CODE_MAX + 1, ".")}).content.decode()
    assert "That is more than a code. Please type or paste the code alone." in page
    assert "maxlength" not in page  # a browser would cut the code off, and say nothing
    assert client.post(CONFIRM, {"code": words.ljust(CODE_MAX, ".")})["Location"] == "/account/"


def test_the_name_of_a_passkey_that_is_too_long_comes_back(
    client: Client, alice: Member, with_app: WithApp, sign_in: SignIn, app_code: AppCode
) -> None:
    sign_in(client, with_app(alice))
    client.post(SECOND_STEP, {"code": app_code()})
    data = {"name": "My key", "credential": {}}
    key = Authenticator.objects.create(user=alice, type=Authenticator.Type.WEBAUTHN, data=data)
    address, longest = f"/account/keys/passkeys/{key.pk}/name/", "k" * KEY_NAME_MAX
    page = client.post(address, {"name": longest + "k"}).content.decode()
    assert f"A name holds up to {KEY_NAME_MAX} characters. Please choose a shorter one." in page
    assert f'value="{longest}k"' in page
    assert client.post(address, {"name": longest}).status_code == 302
    key.refresh_from_db()
    assert key.data["name"] == longest


def test_a_sign_in_lasts_a_month_and_words_written_after_it_come_back(
    client: Client, alice: Member, sign_in: SignIn, thread
) -> None:
    sign_in(client, alice)
    client.get("/account/")  # says once that she is signed in
    began = time.time()
    with time_machine.travel(began + SESSION_COOKIE_AGE - 60):
        assert client.get("/account/").status_code == 200
    with time_machine.travel(began + SESSION_COOKIE_AGE + 60):
        assert client.get("/account/")["Location"] == f"{LOGIN}?next=/account/"
        form = {"comment": "Written all night"}
        page = client.post(f"/articles/{thread.article.slug}/comments/", form).content.decode()
        assert "Written all night</textarea>" in page and "Please enter your name here" in page


def test_a_sign_in_is_fresh_for_a_quarter_of_an_hour(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    with time_machine.travel(time.time(), tick=False) as clock:
        sign_in(client, alice)
        clock.shift(ACCOUNT_REAUTHENTICATION_TIMEOUT)
        assert client.get("/account/email/").status_code == 200
        clock.shift(1)
        asked = client.get("/account/email/", follow=True)
    assert asked.redirect_chain == [("/account/again/?next=%2Faccount%2Femail%2F", 302)]
    assert "We send a code to alice@people.example." in asked.content.decode()


def test_the_second_step_waits_for_an_hour(
    client: Client, alice: Member, with_app: WithApp, sign_in: SignIn, app_code: AppCode
) -> None:
    sign_in(client, with_app(alice))
    began = time.time()
    with time_machine.travel(began + ACCOUNT_LOGIN_TIMEOUT - 60):
        assert client.get(SECOND_STEP).status_code == 200
    with time_machine.travel(began + ACCOUNT_LOGIN_TIMEOUT + 60):
        answer = client.post(SECOND_STEP, {"code": app_code()}, follow=True)
        assert "Sign in" in answer.content.decode()
        assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("steps", [-2, 2])
def test_a_code_of_the_app_from_a_minute_away_no_longer_fits(
    client: Client,
    alice: Member,
    with_app: WithApp,
    sign_in: SignIn,
    app_code: AppCode,
    steps: int,
) -> None:
    sign_in(client, with_app(alice))
    page = client.post(SECOND_STEP, {"code": app_code(later=steps)}).content.decode()
    assert "a code from an app changes every 30 seconds" in page
    assert client.post(SECOND_STEP, {"code": app_code()})["Location"] == "/account/"


def test_recovery_codes_can_be_made_anew_when_all_are_used(
    client: Client, alice: Member, with_app: WithApp, sign_in: SignIn, app_code: AppCode
) -> None:
    codes = RecoveryCodes.activate(with_app(alice))
    for left in range(MFA_RECOVERY_CODE_COUNT, 0, -1):
        unused = codes.get_unused_codes()
        assert len(unused) == left and codes.validate_code(unused[0])
    assert not codes.validate_code(unused[0])
    sign_in(client, alice)
    client.post(SECOND_STEP, {"code": app_code()})
    page = client.get("/account/keys/").content.decode()
    assert "You have used all of them." in page and "Make new ones" in page
    client.post("/account/keys/recovery/new/")
    file = client.get("/account/keys/recovery/file/").content.decode()
    assert len(re.findall(r"^\d{8}$", file, re.MULTILINE)) == MFA_RECOVERY_CODE_COUNT


@pytest.fixture
def silent_server() -> Iterator[int]:
    """The port of a mail server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_mail_server_that_says_nothing_is_not_waited_for(
    client: Client, alice: Member, settings: Settings, silent_server: int
) -> None:
    real = settings.EMAIL_TIMEOUT
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", silent_server
    settings.EMAIL_TIMEOUT = real / 20
    began = time.monotonic()
    answer = client.post(LOGIN, {"login": alice.email})
    assert real / 20 <= time.monotonic() - began < real
    assert answer.status_code == 503 and "could not be sent" in answer.content.decode()
