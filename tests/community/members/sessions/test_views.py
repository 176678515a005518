"""The page of the places where somebody is signed in."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from community.members.models import Member
from community.members.sessions.models import Session
from community.members.sessions.reading import mark_of

pytestmark = pytest.mark.django_db

PAGE = "/account/sessions/"
PHONE = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"


def signed_in(member: Member, device: str = "") -> Client:
    client = Client()
    client.force_login(member)
    session = client.session
    session["device"] = device
    session.save()
    return client


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def row_of(client: Client) -> Session:
    return Session.objects.get(pk=client.cookies["sessionid"].value)


def test_signing_in_keeps_coarse_words_of_the_device_and_nothing_else(
    client: Client, alice: Member, sign_in: Any
) -> None:
    client.defaults["HTTP_USER_AGENT"] = PHONE
    client.defaults["REMOTE_ADDR"] = "203.0.113.7"
    sign_in(client, alice)
    row = row_of(client)
    assert (row.member, row.device) == (alice, "Firefox on Android")
    assert "203.0.113.7" not in str(client.session.items()) and "rv:140" not in str(
        client.session.items()
    )


def test_each_place_is_shown_with_device_and_days_and_this_one_is_marked(
    alice: Member, time_machine: Any
) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    signed_in(alice, "Safari on a Mac")
    time_machine.move_to("2026-05-04T12:00:00Z", tick=False)
    here = signed_in(alice, "Firefox on Android")
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", here.get(PAGE).content.decode()))
    assert "Firefox on Android (this device) Since 4 May 2026, last used on 4 May 2026" in text
    assert "Safari on a Mac Since 1 May 2026, last used on 1 May 2026" in text
    assert text.index("Firefox on Android") < text.index("Safari on a Mac")


def test_no_key_of_a_session_stands_on_the_page(alice: Member) -> None:
    other, here = signed_in(alice), signed_in(alice)
    page = here.get(PAGE).content.decode()
    assert row_of(other).pk not in page and row_of(here).pk not in page


def test_one_signs_out_in_one_place(alice: Member, bob: Member) -> None:
    here, there, third = (signed_in(alice) for _ in range(3))
    page = here.get(PAGE).content.decode()
    assert page.count('name="place"') == 2
    answer = here.post(PAGE, {"place": mark_of(row_of(there))}, follow=True)
    assert "You are signed out there." in answer.content.decode()
    assert [is_in(each) for each in (here, there, third)] == [True, False, True]


def test_one_signs_out_everywhere_else(alice: Member, bob: Member) -> None:
    here, there, third, of_bob = (
        signed_in(alice),
        signed_in(alice),
        signed_in(alice),
        signed_in(bob),
    )
    answer = here.post(PAGE, follow=True).content.decode()
    assert "signed out everywhere but here" in answer and "signed in nowhere else" in answer
    assert [is_in(each) for each in (here, there, third, of_bob)] == [True, False, False, True]


@pytest.mark.parametrize("mark", ["nothing", "x" * 500, "\u0000"])
def test_a_mark_that_names_nothing_ends_nothing(alice: Member, mark: str) -> None:
    here, there = signed_in(alice), signed_in(alice)
    here.post(PAGE, {"place": mark})
    assert is_in(here) and is_in(there)


def test_the_places_of_others_stay(alice: Member, bob: Member) -> None:
    here, of_bob = signed_in(alice), signed_in(bob)
    here.post(PAGE, {"place": mark_of(row_of(of_bob))})
    assert is_in(of_bob)


def test_this_device_signs_out_with_its_own_button(alice: Member) -> None:
    here = signed_in(alice)
    answer = here.post(PAGE, {"place": mark_of(row_of(here))}, follow=True)
    assert "use “Sign out” on the page of your account" in answer.content.decode()


def test_sign_ins_under_way_and_ended_ones_are_no_places(alice: Member, time_machine: Any) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    signed_in(alice, "Safari on a Mac")
    time_machine.shift(31 * 86400)
    Client().post("/account/login/", {"login": alice.email})
    page = signed_in(alice).get(PAGE).content.decode()
    assert "Safari" not in page and "signed in nowhere else" in page


def test_the_page_asks_the_same_however_many_places_there_are(alice: Member) -> None:
    here = signed_in(alice)
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            here.get(PAGE)
        asked.append(len(queries))
        for _ in range(5):
            signed_in(alice)
    assert asked[0] == asked[1]
