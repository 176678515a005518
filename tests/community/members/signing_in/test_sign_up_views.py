"""Joining: an address and a name, then the code."""

import re
import smtplib
import time
from collections.abc import Callable

import pytest
import time_machine
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from pytest_django import Settings

from community.members.models import Member
from community.members.signing_in.codes import RESENDS, SECONDS, TRIES

Code = Callable[[], str]
Mails = list[EmailMultiAlternatives]

FORM = {"email": "nadia@example.org", "pseudonym": "Nadia", "agree-guidelines": "on"}

pytestmark = pytest.mark.django_db


def join(client: Client, **changes: str) -> str:
    """Send the form; gives where it led."""
    answer = client.post("/account/signup/", FORM | changes)
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def test_nadia_joins_with_her_address_a_name_and_the_code(
    client: Client, newest_code: Code, mailoutbox: Mails
) -> None:
    assert join(client) == "/account/signup/code/"
    assert mailoutbox[0].to == ["nadia@example.org"]
    answer = client.post("/account/signup/code/", {"code": newest_code()})
    assert answer["Location"] == "/account/"
    page = client.get("/account/").content.decode()
    assert "Your account" in page
    assert "Nadia" in page


def test_the_message_holds_the_code_alone_on_its_line_and_says_nothing_of_health(
    client: Client, mailoutbox: Mails
) -> None:
    join(client)
    message = mailoutbox[0]
    assert message.subject == "Your code for Common Thread"
    assert re.search(r"^\d{4}-\d{4}$", str(message.body), re.MULTILINE)
    assert "30 minutes" in message.body
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_the_html_of_the_message_says_the_same(
    client: Client, newest_code: Code, mailoutbox: Mails
) -> None:
    join(client)
    html, kind = mailoutbox[0].alternatives[0]
    assert kind == "text/html"
    assert newest_code() in html
    assert "30 minutes" in html


def test_nobody_is_stored_before_the_code_came_back(client: Client) -> None:
    join(client)
    assert not Member.objects.exists()


def test_nadia_comes_back_to_the_article_she_came_from(client: Client, newest_code: Code) -> None:
    client.post("/account/signup/?next=/articles/rest/", FORM)
    page = client.get("/account/signup/code/?next=/articles/rest/").content.decode()
    assert '<input type="hidden" name="next" value="/articles/rest/">' in page
    form = {"code": newest_code(), "next": "/articles/rest/"}
    answer = client.post("/account/signup/code/", form)
    assert answer["Location"] == "/articles/rest/"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "http:///evil.example"],
)
def test_nobody_is_sent_to_another_site(client: Client, newest_code: Code, elsewhere: str) -> None:
    join(client)
    form = {"code": newest_code(), "next": elsewhere}
    assert client.post("/account/signup/code/", form)["Location"] == "/account/"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"email": ""}, "Please write the whole address"),
        ({"email": "nadia@"}, "Please write the whole address"),
        ({"pseudonym": ""}, "Please choose a name that others will see."),
        ({"pseudonym": "x" * 41}, "holds up to 40 letters"),
        ({"pseudonym": "Аdmin"}, "look like the people who run this site"),
        ({"pseudonym": "call me @nadia"}, "looks like an address"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_come_back(
    client: Client, mailoutbox: Mails, changes: dict[str, str], words: str
) -> None:
    form = FORM | changes
    page = client.post("/account/signup/", form).content.decode()
    assert words in page
    assert "Please look again" in page
    assert f'value="{form["email"]}"' in page or not form["email"]
    assert not mailoutbox


def test_a_name_like_a_members_is_refused(client: Client, alice: Member) -> None:
    page = client.post("/account/signup/", FORM | {"pseudonym": "AIice"}).content.decode()
    assert "or one that looks like it" in page


def test_a_stranger_sees_no_difference_between_a_known_and_an_unknown_address(
    alice: Member, mailoutbox: Mails
) -> None:
    pages = []
    for address in ("alice@people.example", "nobody@example.org"):
        client = Client()
        join(client, email=address)
        page = client.post("/account/signup/code/", {"code": "0000-0000"}).content.decode()
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
        pages.append(page.replace(address, "ADDRESS"))
    assert pages[0] == pages[1]
    assert [message.to for message in mailoutbox] == [
        ["alice@people.example"],
        ["nobody@example.org"],
    ]
    assert mailoutbox[0].subject == mailoutbox[1].subject


def test_a_name_tried_with_an_unknown_address_stays_free(client: Client, alice: Member) -> None:
    for address in ("alice@people.example", "nobody@example.org"):
        join(Client(), email=address, pseudonym="Slow Otter")
    assert join(client, pseudonym="Slow Otter")


def test_somebody_with_an_account_is_signed_in_to_it(
    client: Client, alice: Member, newest_code: Code, mailoutbox: Mails
) -> None:
    join(client, email="alice@people.example", pseudonym="Another name")
    assert "You have one already" in mailoutbox[0].body
    client.post("/account/signup/code/", {"code": newest_code()})
    assert "Alice" in client.get("/account/").content.decode()
    assert Member.objects.get() == alice


def test_a_known_account_with_an_app_is_asked_for_the_second_step(
    client: Client, alice: Member, with_app: Callable[[Member], Member], newest_code: Code
) -> None:
    with_app(alice)
    join(client, email="alice@people.example", pseudonym="Another name")
    answer = client.post("/account/signup/code/", {"code": newest_code()})
    assert answer["Location"] == "/account/login/second-step/"


def test_a_closed_account_cannot_be_opened_by_joining_again(
    client: Client, alice: Member, newest_code: Code
) -> None:
    alice.is_active = False
    alice.save()
    join(client, email="alice@people.example", pseudonym="Another name")
    answer = client.post("/account/signup/code/", {"code": newest_code()}, follow=True)
    assert "This account is closed" in answer.content.decode()
    assert client.get("/account/").status_code == 302


def test_a_wrong_code_says_how_many_tries_are_left(client: Client) -> None:
    join(client)
    page = client.post("/account/signup/code/", {"code": "0000-0000"}).content.decode()
    assert "That is not the code we sent." in page
    assert f"You can try {TRIES - 1} more times." in page


def test_after_too_many_tries_the_code_is_void_and_the_address_is_kept(
    client: Client, newest_code: Code
) -> None:
    join(client)
    code = newest_code()
    for _ in range(TRIES):
        answer = client.post("/account/signup/code/", {"code": "0000-0000"})
    assert answer["Location"] == "/account/signup/"
    page = client.get("/account/signup/").content.decode()
    assert "no longer works" in page
    assert 'value="nadia@example.org"' in page
    client.post("/account/signup/code/", {"code": code})
    assert not Member.objects.exists()


def test_after_its_time_the_code_is_void_and_the_page_says_so(
    client: Client, newest_code: Code
) -> None:
    join(client)
    with time_machine.travel(time.time() + SECONDS + 1):
        answer = client.post("/account/signup/code/", {"code": newest_code()}, follow=True)
    assert "run out" in answer.content.decode()
    assert not Member.objects.exists()


def test_a_new_code_takes_the_place_of_the_old_one(
    client: Client, newest_code: Code, mailoutbox: Mails
) -> None:
    join(client)
    first = newest_code()
    page = client.post("/account/signup/code/", {"action": "resend"}, follow=True)
    assert "A new code is on its way." in page.content.decode()
    assert len(mailoutbox) == 2
    client.post("/account/signup/code/", {"code": first})
    assert not Member.objects.exists()
    client.post("/account/signup/code/", {"code": newest_code()})
    assert Member.objects.exists()


def test_new_codes_come_a_few_times_only(client: Client, mailoutbox: Mails) -> None:
    join(client)
    for _ in range(RESENDS + 2):
        client.post("/account/signup/code/", {"action": "resend"})
    assert len(mailoutbox) == 1 + RESENDS
    assert "Send a new code" not in client.get("/account/signup/code/").content.decode()


def test_another_address_can_be_used(client: Client) -> None:
    join(client)
    page = client.post("/account/signup/code/", {"action": "again"}, follow=True)
    assert 'value="nadia@example.org"' in page.content.decode()


def test_who_left_to_look_for_the_code_finds_its_page_again(client: Client) -> None:
    join(client)
    assert client.get("/account/signup/")["Location"] == "/account/signup/code/"


def test_a_double_click_on_the_code_makes_one_member(client: Client, newest_code: Code) -> None:
    join(client)
    form = {"code": newest_code()}
    for _ in range(2):
        client.post("/account/signup/code/", form)
    assert Member.objects.count() == 1


def test_a_name_taken_meanwhile_leads_back_to_the_form(client: Client, newest_code: Code) -> None:
    join(client)
    Member.objects.create_user("other@example.org", "NADIA")
    page = client.post("/account/signup/code/", {"code": newest_code()}, follow=True)
    assert "or one that looks like it" in page.content.decode()
    assert 'value="nadia@example.org"' in page.content.decode()


def test_one_address_gets_a_few_messages_a_minute_only(client: Client, mailoutbox: Mails) -> None:
    for _ in range(3):
        join(Client())
    page = client.post("/account/signup/", FORM).content.decode()
    assert "Several codes went to that address just now." in page
    assert len(mailoutbox) == 3


def test_one_place_joins_a_few_times_a_minute_only(client: Client) -> None:
    answers = [client.post("/account/signup/", FORM | {"email": ""}) for _ in range(21)]
    assert answers[-1].status_code == 429
    assert "Please wait a minute or two" in answers[-1].content.decode()


def test_trouble_with_mail_is_told_and_can_be_tried_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: EmailMultiAlternatives, fail_silently: bool = False) -> int:
        raise smtplib.SMTPServerDisconnected("gone")

    with monkeypatch.context() as patch:
        patch.setattr(EmailMultiAlternatives, "send", fail)
        answer = client.post("/account/signup/", FORM)
    assert answer.status_code == 503
    assert "could not be sent" in answer.content.decode()
    assert join(client) == "/account/signup/code/"


def test_a_member_who_is_signed_in_goes_on_to_the_page(client: Client, alice: Member) -> None:
    client.force_login(alice)
    assert client.get("/account/signup/")["Location"] == "/account/"
    assert client.get("/account/signup/code/")["Location"] == "/account/"


def test_another_name_of_the_site_stands_in_the_subject(
    client: Client, mailoutbox: Mails, settings: Settings
) -> None:
    settings.SITE_NAME = "Otter & Co"
    join(client)
    assert mailoutbox[0].subject == "Your code for Otter & Co"
    assert "Otter & Co" in mailoutbox[0].body
