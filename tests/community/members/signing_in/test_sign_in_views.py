"""Signing in: the address, then the code. Signing out."""

import re
import time
from collections.abc import Callable
from http import HTTPStatus

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.mail import EmailMultiAlternatives
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from community.members.models import Member
from community.members.signing_in.codes import RESENDS, SECONDS, TRIES

Code = Callable[[], str]
Mails = list[EmailMultiAlternatives]
SignIn = Callable[[Client, Member], HttpResponse]

LOGIN, CONFIRM = "/account/login/", "/account/login/code/confirm/"

pytestmark = pytest.mark.django_db


def is_signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == HTTPStatus.OK


def test_alice_signs_in_by_the_code_in_her_mail(
    client: Client, alice: Member, newest_code: Code, mailoutbox: Mails
) -> None:
    answer = client.post(LOGIN, {"login": "Alice@People.example"})
    assert answer["Location"] == CONFIRM
    assert mailoutbox[0].subject == "Your sign-in code for Common Thread"
    answer = client.post(CONFIRM, {"code": newest_code().replace("-", " ")})
    assert answer["Location"] == "/account/"
    assert "You are signed in as Alice." in client.get("/account/").content.decode()
    assert len(mailoutbox) == 1


def test_whoever_came_back_with_the_code_has_proven_the_address(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    sign_in(client, alice)
    address = EmailAddress.objects.get(user=alice)
    assert (address.email, address.verified, address.primary) == (
        "alice@people.example",
        True,
        True,
    )


def test_there_is_no_field_for_a_password(client: Client) -> None:
    for page in (LOGIN, "/account/signup/"):
        assert 'type="password"' not in client.get(page).content.decode()


def test_the_page_asks_for_the_address_in_a_way_that_browsers_can_fill_in(client: Client) -> None:
    page = client.get(LOGIN).content.decode()
    assert 'autocomplete="username webauthn"' in page
    assert '<label for="id_login"' in page


def test_an_unknown_address_learns_nothing_from_the_page_and_gets_a_message(
    alice: Member, mailoutbox: Mails
) -> None:
    pages = []
    for address in ("alice@people.example", "nobody@example.org"):
        client = Client()
        assert client.post(LOGIN, {"login": address})["Location"] == CONFIRM
        page = client.post(CONFIRM, {"code": "0000-0000"}).content.decode()
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
        pages.append(page.replace(address, "ADDRESS"))
    assert pages[0] == pages[1]
    assert mailoutbox[1].to == ["nobody@example.org"]
    assert "There is no open account under it" in mailoutbox[1].body
    assert "http://testserver/account/signup/" in mailoutbox[1].body


def test_a_closed_account_gets_the_message_of_an_unknown_one(
    client: Client, alice: Member, mailoutbox: Mails
) -> None:
    alice.is_active = False
    alice.save()
    client.post(LOGIN, {"login": "alice@people.example"})
    assert "There is no open account under it" in mailoutbox[0].body


@pytest.mark.parametrize("address", ["", "alice", "alice@"])
def test_half_an_address_is_asked_for_again(client: Client, address: str) -> None:
    page = client.post(LOGIN, {"login": address}).content.decode()
    assert "Please write the whole address" in page


def test_a_wrong_code_says_how_many_tries_are_left(client: Client, alice: Member) -> None:
    client.post(LOGIN, {"login": alice.email})
    page = client.post(CONFIRM, {"code": "0000-0000"}).content.decode()
    assert "That is not the code we sent." in page
    assert f"You can try {TRIES - 1} more times." in page


def test_after_too_many_tries_the_code_is_void_and_the_address_is_kept(
    client: Client, alice: Member, newest_code: Code
) -> None:
    client.post(LOGIN, {"login": alice.email})
    code = newest_code()
    for _ in range(TRIES):
        answer = client.post(CONFIRM, {"code": "0000-0000", "next": "/articles/"})
    assert answer["Location"] == LOGIN + "?next=%2Farticles%2F"
    page = client.get(LOGIN).content.decode()
    assert "no longer works" in page
    assert 'value="alice@people.example"' in page
    client.post(CONFIRM, {"code": code})
    assert not is_signed_in(client)


def test_the_kept_address_is_given_once(client: Client, alice: Member) -> None:
    client.post(LOGIN, {"login": alice.email})
    client.post(CONFIRM, {"action": "again"})
    assert "alice@people.example" in client.get(LOGIN).content.decode()
    assert "alice@people.example" not in client.get(LOGIN).content.decode()


def test_after_its_time_the_code_is_void_and_the_page_says_so(
    client: Client, alice: Member, newest_code: Code
) -> None:
    client.post(LOGIN, {"login": alice.email})
    with time_machine.travel(time.time() + SECONDS + 1):
        page = client.post(CONFIRM, {"code": newest_code()}, follow=True).content.decode()
        assert "run out" in page
        assert 'value="alice@people.example"' in page
    assert not is_signed_in(client)


def test_a_new_code_takes_the_place_of_the_old_one(
    client: Client, alice: Member, newest_code: Code, mailoutbox: Mails
) -> None:
    client.post(LOGIN, {"login": alice.email})
    first = newest_code()
    page = client.post(CONFIRM, {"action": "resend"}, follow=True).content.decode()
    assert "A new code is on its way." in page
    client.post(CONFIRM, {"code": first})
    assert not is_signed_in(client)
    client.post(CONFIRM, {"code": newest_code()})
    assert is_signed_in(client)


def test_new_codes_come_a_few_times_only(client: Client, alice: Member, mailoutbox: Mails) -> None:
    client.post(LOGIN, {"login": alice.email})
    for _ in range(RESENDS + 2):
        client.post(CONFIRM, {"action": "resend"})
    assert len(mailoutbox) == 1 + RESENDS


def test_a_code_works_once(client: Client, alice: Member, newest_code: Code) -> None:
    client.post(LOGIN, {"login": alice.email})
    form = {"code": newest_code()}
    client.post(CONFIRM, form)
    client.post("/account/logout/")
    client.post(CONFIRM, form)
    assert not is_signed_in(client)


def test_a_code_works_only_where_it_was_asked_for(alice: Member, newest_code: Code) -> None:
    Client().post(LOGIN, {"login": alice.email})
    elsewhere = Client()
    elsewhere.post(CONFIRM, {"code": newest_code()})
    assert not is_signed_in(elsewhere)


def test_one_address_gets_a_few_codes_a_minute_only(alice: Member, mailoutbox: Mails) -> None:
    pages = [Client().post(LOGIN, {"login": alice.email}).content.decode() for _ in range(4)]
    assert "tried very often just now" in pages[-1]
    assert len(mailoutbox) == 3


def test_one_address_gets_a_few_codes_an_hour_only(alice: Member, mailoutbox: Mails) -> None:
    with time_machine.travel(time.time(), tick=False) as traveller:
        for _ in range(20):
            Client().post(LOGIN, {"login": alice.email})
            traveller.shift(61)
    assert len(mailoutbox) == 12


def test_one_place_asks_a_few_times_a_minute_only(client: Client) -> None:
    answers = [client.post(LOGIN, {"login": ""}) for _ in range(31)]
    assert answers[-1].status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_people_behind_a_trusted_proxy_are_counted_apart(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    for number in range(31):
        address = f"203.0.113.{number}"
        answer = Client().post(LOGIN, {"login": ""}, headers={"X-Forwarded-For": address})
    assert answer.status_code == HTTPStatus.OK


def test_who_left_to_look_for_the_code_finds_its_page_again(client: Client, alice: Member) -> None:
    client.post(LOGIN, {"login": alice.email})
    answer = client.get(LOGIN + "?next=/articles/rest/")
    assert answer["Location"] == CONFIRM + "?next=%2Farticles%2Frest%2F"


def test_a_form_sent_once_more_counts_for_the_address_in_it_now(
    client: Client, alice: Member, newest_code: Code, mailoutbox: Mails
) -> None:
    client.post(LOGIN, {"login": "alcie@example.org"})
    client.post(LOGIN, {"login": alice.email})
    assert mailoutbox[-1].to == [alice.email]
    client.post(CONFIRM, {"code": newest_code()})
    assert is_signed_in(client)


def test_alice_comes_back_to_the_article_she_came_from(
    client: Client, alice: Member, newest_code: Code
) -> None:
    article = "http://testserver/articles/rest/?order=newest"
    answer = client.get(LOGIN, headers={"Referer": article})
    onward = answer["Location"]
    assert onward == LOGIN + "?next=%2Farticles%2Frest%2F%3Forder%3Dnewest"
    answer = client.post(onward, {"login": alice.email})
    answer = client.post(answer["Location"], {"code": newest_code()})
    assert answer["Location"] == "/articles/rest/?order=newest"


def test_a_page_that_asks_to_sign_in_gets_its_visitor_back(
    client: Client, alice: Member, newest_code: Code
) -> None:
    asked = client.get("/account/name/")["Location"]
    answer = client.post(asked, {"login": alice.email})
    answer = client.post(answer["Location"], {"code": newest_code()})
    assert answer["Location"] == "/account/name/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/x", "/\\evil.example", "javascript:x"]
)
def test_nobody_is_sent_to_another_site(
    client: Client, alice: Member, newest_code: Code, elsewhere: str
) -> None:
    client.post(LOGIN, {"login": alice.email, "next": elsewhere})
    answer = client.post(CONFIRM, {"code": newest_code(), "next": elsewhere})
    assert answer["Location"] == "/account/"


def test_an_encrypted_site_sends_nobody_to_an_unencrypted_page(
    client: Client, alice: Member, newest_code: Code
) -> None:
    client.post(LOGIN, {"login": alice.email}, secure=True)
    form = {"code": newest_code(), "next": "http://testserver/articles/"}
    assert client.post(CONFIRM, form, secure=True)["Location"] == "/account/"


def test_a_session_with_nothing_but_an_address_ends_within_the_hour(
    client: Client, alice: Member, sign_in: SignIn, settings: Settings
) -> None:
    client.post(LOGIN, {"login": "nobody@example.org"})
    assert client.session.get_expiry_age() <= 3600
    joining = Client()
    form = {"email": "nobody@example.org", "pseudonym": "Nobody", "agree-guidelines": "on"}
    joining.post("/account/signup/", form)
    assert joining.session.get_expiry_age() <= 3600
    sign_in(client, alice)
    assert client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE


def test_signing_out_asks_first_and_then_forgets(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    sign_in(client, alice)
    assert "Sign out?" in client.get("/account/logout/").content.decode()
    assert is_signed_in(client)
    answer = client.post("/account/logout/", follow=True)
    assert answer.redirect_chain == [("/account/signed-out/", HTTPStatus.FOUND)]
    assert not is_signed_in(client)


def test_a_reader_who_signed_out_keeps_no_session(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    sign_in(client, alice)
    answer = client.post("/account/logout/", follow=True)
    assert "You are signed out" in answer.content.decode()
    assert client.cookies["sessionid"].value == ""


def test_the_old_way_to_ask_for_a_code_leads_to_the_new_one(client: Client) -> None:
    assert client.get("/account/login/code/?next=/x/")["Location"] == "/account/login/?next=/x/"
