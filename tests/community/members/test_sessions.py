"""Sessions, which are read by a statement of our own."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.members.sessions import SessionStore

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
