"""Sessions, which are read by a statement of our own."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.members.models import Member
from community.members.sessions.engine import SessionStore
from community.members.sessions.models import Session

pytestmark = pytest.mark.django_db


def test_a_session_comes_back_with_what_it_holds() -> None:
    session = SessionStore()
    session["colour"] = "teal"
    session.save()
    assert SessionStore(session.session_key)["colour"] == "teal"


def test_an_expired_session_is_empty_and_loses_its_key() -> None:
    session = SessionStore()
    session["colour"] = "teal"
    session.save()
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    expired = SessionStore(session.session_key)
    assert expired.get("colour") is None and expired.session_key is None


def test_an_unknown_key_gives_an_empty_session_of_another_key() -> None:
    made_up = SessionStore("made-up-by-somebody")
    assert made_up.get("colour") is None and made_up.session_key is None


def test_who_signed_out_is_out(alice: Member) -> None:
    client = Client()
    client.force_login(alice)
    key = client.cookies["sessionid"].value
    assert client.get("/account/").status_code == 200
    client.logout()
    client.cookies["sessionid"] = key
    assert client.get("/account/").status_code == 302


def test_a_session_says_whose_it_is_and_on_which_day_it_was_used(
    alice: Member, time_machine: Any
) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    client = Client()
    client.force_login(alice)
    row = Session.objects.get(member=alice)
    assert (row.started_at, row.used_on) == (timezone.now(), date(2026, 5, 1))
    time_machine.move_to("2026-05-02T23:59:00Z", tick=False)
    for _ in range(2):
        assert client.get("/account/").status_code == 200
    row.refresh_from_db()
    assert (row.started_at.day, row.used_on) == (1, date(2026, 5, 2))


def test_the_day_of_use_is_written_down_once(alice: Member, time_machine: Any) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    session = SessionStore()
    session["_auth_user_id"] = str(alice.pk)
    session.save()
    time_machine.shift(86400)
    for writes in (1, 0):
        with CaptureQueriesContext(connection) as queries:
            SessionStore(session.session_key).load()
        assert sum("UPDATE" in query["sql"] for query in queries) == writes


def test_a_session_of_a_guest_names_nobody() -> None:
    session = SessionStore()
    session["colour"] = "teal"
    session.save()
    row = Session.objects.get()
    assert (row.member, row.started_at, row.used_on, row.device) == (None, None, None, "")


def test_a_sign_in_under_way_says_whose_it_will_be(client: Client, alice: Member) -> None:
    client.post("/account/login/", {"login": alice.email})
    row = Session.objects.get()
    assert row.member == alice and row.started_at is None
