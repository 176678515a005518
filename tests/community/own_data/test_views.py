"""One's own data, as people look at it and have it erased."""

import re
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.members.models import Member
from community.own_data import rates
from community.own_data.actions import LETTER_EVERY, ask_for_erasure, send_erasure_letters
from community.own_data.erasing import carry_out_erasures
from community.own_data.links import token_of
from community.own_data.models import Erasure
from community.threads.actions import post_comment
from community.threads.models import Thread


def link_in(letter: Any) -> str:
    found = re.search(r"http://127\.0\.0\.1:8000(/erase/\S+/)", letter.body)
    assert found
    return found[1]


def test_a_member_sees_everything_with_why_and_until_when(
    client: Client, thread: Thread, alice: Member
) -> None:
    client.force_login(alice)

    def statements() -> int:
        with CaptureQueriesContext(connection) as found:
            page = client.get("/account/data/").content.decode()
        assert "You wrote them for others to read." in page and "until you erase" in page
        return len(found)

    post_comment(thread=thread, author=alice, text="One comment")
    one = statements()
    for number in range(4):
        post_comment(thread=thread, author=alice, text=f"Comment number {number}, another one")
    assert statements() == one


def test_a_member_asks_and_changes_their_mind(client: Client, alice: Member) -> None:
    client.force_login(alice)
    page = client.get("/account/erase/")
    assert page.status_code == 302 and page.url.startswith("/account/again/")
    erasure = ask_for_erasure(member=alice, how="name")
    send_erasure_letters()
    assert "Your comments stay" in mail.outbox[0].body
    link = link_in(mail.outbox[0])
    client.logout()
    assert b"will be erased" in client.get(link).content
    client.post(link, {"do": "keep"})
    erasure.refresh_from_db()
    assert erasure.state == "called_off"


@pytest.mark.parametrize("page", ["/account/", "/account/data/"])
def test_an_erasure_that_waits_is_said_where_members_look(
    client: Client, alice: Member, page: str
) -> None:
    client.force_login(alice)
    waits = b"Your account will be erased on"
    assert waits not in client.get(page).content
    erasure = ask_for_erasure(member=alice, how="name")
    assert waits in client.get(page).content
    Erasure.objects.filter(pk=erasure.pk).update(state="called_off")
    assert waits not in client.get(page).content


def test_somebody_who_cannot_sign_in_proves_the_address(client: Client, alice: Member) -> None:
    client.post("/erase/", {"email": alice.email.upper()})
    send_erasure_letters()
    link = link_in(mail.outbox[0])
    assert client.get(link).status_code == 200
    assert client.post(link, {}).status_code == 422
    client.post(link, {"how": "words"})
    assert Erasure.objects.get().state == "waiting"
    send_erasure_letters()
    assert "will be erased" in mail.outbox[1].body
    Erasure.objects.update(due_at=timezone.now())
    carry_out_erasures()
    receipt = client.get(link).content.decode()
    assert "The account is erased" in receipt and alice.email not in receipt
    assert not client.cookies


def test_a_stranger_learns_nothing_about_an_address(
    client: Client, alice: Member, mo: Member
) -> None:
    pages = {
        (str(page.redirect_chain), page.content)
        for page in (
            client.post("/erase/", {"email": address}, follow=True)
            for address in (alice.email, mo.email, "nobody@people.example")
        )
    }
    assert len(pages) == 1


def test_one_address_gets_one_letter_in_a_while(
    client: Client, alice: Member, time_machine: Any
) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    for _ in range(2):
        client.post("/erase/", {"email": alice.email})
        send_erasure_letters()
    assert len(mail.outbox) == 1
    time_machine.shift(LETTER_EVERY.total_seconds() + 1)
    client.post("/erase/", {"email": alice.email})
    send_erasure_letters()
    assert len(mail.outbox) == 2


def test_one_network_asks_for_so_many_letters_and_no_more(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rates, "LETTERS_AN_HOUR_FROM_ONE_PLACE", 1)
    answers = [
        client.post("/erase/", {"email": "gus@people.example"}, REMOTE_ADDR="9.9.9.9")
        for _ in (1, 2)
    ]
    assert [page.status_code for page in answers] == [302, 422]


@pytest.mark.parametrize("token", ["1", "1-" + "0" * 32, "x-y", "9" * 40])
def test_a_link_that_is_none_opens_nothing(client: Client, alice: Member, token: str) -> None:
    ask_for_erasure(member=alice, how="words")
    assert client.get(f"/erase/{token}/").status_code == 404


def test_each_choice_of_an_erasure_says_below_its_label_what_it_means(
    client: Client, alice: Member
) -> None:
    erasure = Erasure.objects.create(member=alice, state="asked", salt="x")
    page = client.get(f"/erase/{token_of(erasure)}/").content.decode()
    for words in ("Erase all my words", "your words where others quoted them", "Keep my comments"):
        assert words in page
    assert "nothing joins them any more" in page and "estroy" not in page
