"""Another e-mail address: asked for, then proven by a code."""

import time
from collections.abc import Callable

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.mail import EmailMultiAlternatives
from django.http import HttpResponse
from django.test import Client

from community.members.models import Member
from community.members.signing_in.codes import SECONDS, TRIES

Code = Callable[[], str]
Mails = list[EmailMultiAlternatives]
SignIn = Callable[[Client, Member], HttpResponse]

PAGE, CODE = "/account/email/", "/account/email/code/"


@pytest.fixture
def signed_in(client: Client, alice: Member, sign_in: SignIn, mailoutbox: Mails) -> Client:
    sign_in(client, alice)
    mailoutbox.clear()
    return client


def ask(client: Client, address: str = "new@example.org") -> HttpResponse:
    return client.post(PAGE, {"email": address, "action_add": "1"})


def address_of(member: Member) -> str:
    return Member.objects.get(pk=member.pk).email


def test_a_new_address_counts_once_its_code_came_back(
    signed_in: Client, alice: Member, newest_code: Code, mailoutbox: Mails
) -> None:
    assert ask(signed_in)["Location"] == CODE
    assert mailoutbox[0].to == ["new@example.org"]
    assert address_of(alice) == "alice@people.example"
    page = signed_in.post(CODE, {"code": newest_code()}, follow=True).content.decode()
    assert "Your address is now new@example.org." in page
    assert address_of(alice) == "new@example.org"
    assert EmailAddress.objects.get(user=alice).email == "new@example.org"


def test_the_old_address_is_told(signed_in: Client, newest_code: Code, mailoutbox: Mails) -> None:
    ask(signed_in)
    signed_in.post(CODE, {"code": newest_code()})
    assert mailoutbox[-1].to == ["alice@people.example"]
    assert mailoutbox[-1].subject == "Your address at Common Thread was changed"
    assert "new@example.org" in mailoutbox[-1].body
    assert "IP address" not in mailoutbox[-1].body


def test_the_old_address_no_longer_signs_in(
    signed_in: Client, newest_code: Code, mailoutbox: Mails
) -> None:
    ask(signed_in)
    signed_in.post(CODE, {"code": newest_code()})
    Client().post("/account/login/", {"login": "alice@people.example"})
    assert "There is no open account under it" in mailoutbox[-1].body


def test_the_address_of_somebody_else_is_not_betrayed_and_not_taken(
    signed_in: Client, alice: Member, bob: Member, newest_code: Code
) -> None:
    assert ask(signed_in, bob.email)["Location"] == CODE
    page = signed_in.post(CODE, {"code": newest_code()}, follow=True).content.decode()
    assert "belongs to another account here" in page
    assert address_of(alice) == "alice@people.example"


@pytest.mark.parametrize("address", ["", "new@", "alice@people.example"])
def test_an_address_that_will_not_do_is_explained(signed_in: Client, address: str) -> None:
    page = ask(signed_in, address).content.decode()
    assert "Please look at this first" in page


def test_wrong_codes_are_counted(signed_in: Client, alice: Member, newest_code: Code) -> None:
    ask(signed_in)
    page = signed_in.post(CODE, {"code": "0000-0000"}).content.decode()
    assert f"You can try {TRIES - 1} more times." in page
    for _ in range(TRIES - 1):
        answer = signed_in.post(CODE, {"code": "0000-0000"})
    assert answer["Location"] == PAGE
    assert "no longer works" in signed_in.get(PAGE).content.decode()
    signed_in.post(CODE, {"code": newest_code()})
    assert address_of(alice) == "alice@people.example"


def test_after_its_time_the_code_is_void_and_the_page_says_so(
    signed_in: Client, alice: Member, newest_code: Code
) -> None:
    ask(signed_in)
    with time_machine.travel(time.time() + SECONDS + 1):
        signed_in.post(CODE, {"code": newest_code()})
        assert "run out" in signed_in.get("/account/").content.decode()
    assert address_of(alice) == "alice@people.example"


def test_a_new_code_can_be_sent(
    signed_in: Client, alice: Member, newest_code: Code, mailoutbox: Mails
) -> None:
    with time_machine.travel(time.time(), tick=False) as traveller:
        ask(signed_in)
        traveller.shift(11)
        page = signed_in.post(CODE, {"action": "resend"}, follow=True).content.decode()
        assert "A new code is on its way." in page
        assert len(mailoutbox) == 2
        signed_in.post(CODE, {"code": newest_code()})
    assert address_of(alice) == "new@example.org"


def test_the_pages_are_for_members(client: Client, db: None) -> None:
    for page in (PAGE, CODE):
        assert client.get(page)["Location"].startswith("/account/login/")
