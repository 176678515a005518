"""How often something may be tried: up to the limit, one more, and again when the time is over."""

import time
from collections.abc import Callable
from http import HTTPStatus

import pytest
import time_machine
from django.core.mail import EmailMultiAlternatives
from django.http import HttpResponse
from django.test import Client

from community.members.attempts.rates import (
    ADDRESS_CHANGES_A_MINUTE,
    APP_CODES,
    APP_CODES_A_MINUTE_FROM_ONE_PLACE,
    APP_CODES_SECONDS,
    CODES_A_MINUTE_FROM_ONE_PLACE,
    PASSKEYS_A_MINUTE_FROM_ONE_PLACE,
    PROOFS_A_MINUTE,
    SECONDS_BETWEEN_ADDRESS_CODES,
    SIGN_INS_A_MINUTE_FROM_ONE_PLACE,
    SIGN_UPS_A_MINUTE_FROM_ONE_PLACE,
)
from community.members.models import Member

SignIn = Callable[[Client, Member], HttpResponse]
WithApp = Callable[[Member], Member]
AppCode = Callable[..., str]

LOGIN, SECOND_STEP = "/account/login/", "/account/login/second-step/"
MINUTE = 60

pytestmark = pytest.mark.django_db


def assert_rate(send: Callable[[], HttpResponse], often: int) -> None:
    """`send` works so often in a minute, then leads to a page that says to wait, then works."""
    with time_machine.travel(time.time(), tick=False) as clock:
        for _ in range(often):
            assert send().status_code != HTTPStatus.TOO_MANY_REQUESTS
        clock.shift(MINUTE - 1)
        told = send()
        clock.shift(2)
        again = send()
    assert told.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "wait a minute or two" in told.content.decode()
    assert again.status_code != HTTPStatus.TOO_MANY_REQUESTS


def test_one_place_signs_in_so_often_a_minute_only(client: Client) -> None:
    assert_rate(lambda: client.post(LOGIN, {"login": ""}), SIGN_INS_A_MINUTE_FROM_ONE_PLACE)


def test_one_place_joins_so_often_a_minute_only(client: Client) -> None:
    form = {"email": "", "pseudonym": "Nadia"}
    assert_rate(lambda: client.post("/account/signup/", form), SIGN_UPS_A_MINUTE_FROM_ONE_PLACE)


def test_one_place_tries_passkeys_so_often_a_minute_only(client: Client) -> None:
    address = "/account/login/passkey/"
    assert_rate(lambda: client.post(address, {}), PASSKEYS_A_MINUTE_FROM_ONE_PLACE)


def test_a_member_asks_for_another_address_so_often_a_minute_only(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    sign_in(client, alice)
    form = {"email": "new@", "action_add": "1"}
    assert_rate(lambda: client.post("/account/email/", form), ADDRESS_CHANGES_A_MINUTE)


def test_a_member_shows_again_who_it_is_so_often_a_minute_only(
    client: Client, alice: Member
) -> None:
    client.force_login(alice)
    assert_rate(lambda: client.post("/account/again/", {"code": ""}), PROOFS_A_MINUTE)


def test_one_place_gets_codes_for_so_many_addresses_a_minute_only(
    client: Client, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    def ask(number: int) -> str:
        form = {"login": f"member{number}@example.org"}
        return Client().post(LOGIN, form, follow=True).content.decode()

    with time_machine.travel(time.time(), tick=False) as clock:
        for number in range(CODES_A_MINUTE_FROM_ONE_PLACE):
            ask(number)
        told = ask(99)
        assert len(mailoutbox) == CODES_A_MINUTE_FROM_ONE_PLACE
        assert "Please wait a few minutes, then try again." in told
        assert 'value="member99@example.org"' in told
        clock.shift(MINUTE + 1)
        ask(99)
    assert mailoutbox[-1].to == ["member99@example.org"]


def test_a_double_click_sends_one_code_to_a_new_address(
    client: Client, alice: Member, sign_in: SignIn, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    form = {"email": "new@example.org", "action_add": "1"}
    with time_machine.travel(time.time(), tick=False) as clock:
        sign_in(client, alice)
        mailoutbox.clear()
        client.post("/account/email/", form)
        clock.shift(SECONDS_BETWEEN_ADDRESS_CODES - 1)
        told = client.post("/account/email/", form)
        assert told.status_code == HTTPStatus.TOO_MANY_REQUESTS and len(mailoutbox) == 1
        clock.shift(2)
        client.post("/account/email/", form)
    assert len(mailoutbox) == 2


def test_after_wrong_codes_of_an_app_and_a_pause_the_right_one_fits(
    client: Client, alice: Member, with_app: WithApp, sign_in: SignIn, app_code: AppCode
) -> None:
    def enter(code: str) -> HttpResponse:
        return client.post(SECOND_STEP, {"code": code})

    with time_machine.travel(time.time(), tick=False) as clock:
        sign_in(client, with_app(alice))
        for _ in range(APP_CODES):
            assert "That did not fit." in enter("000000").content.decode()
        clock.shift(APP_CODES_SECONDS - 1)
        assert "Please wait a few minutes, then try again." in enter(app_code()).content.decode()
        clock.shift(2)
        assert enter(app_code())["Location"] == "/account/"


def test_one_place_tries_codes_of_apps_so_often_a_minute_only(
    alice: Member, bob: Member, nadia: Member, with_app: WithApp, sign_in: SignIn, app_code: AppCode
) -> None:
    people = [(Client(), with_app(member)) for member in (alice, bob, nadia)]
    with time_machine.travel(time.time(), tick=False) as clock:
        for client, member in people:
            sign_in(client, member)
        for number in range(APP_CODES_A_MINUTE_FROM_ONE_PLACE):
            people[number % 2][0].post(SECOND_STEP, {"code": "000000"})
        third = people[2][0]
        told = third.post(SECOND_STEP, {"code": app_code()}).content.decode()
        assert "Please wait a few minutes, then try again." in told
        clock.shift(MINUTE + 1)
        assert third.post(SECOND_STEP, {"code": app_code()})["Location"] == "/account/"
