"""A double click on a change of keys or address signs nobody out, and lets nobody in."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.members.sessions import actions
from community.members.sessions.models import Session
from community.members.sessions.repeats import REPEATED_WITHIN

SignIn = Callable[[Client, Member], HttpResponse]
Code = Callable[..., str]
HERE = "/account/keys/app/"


def with_key(key: str) -> Client:
    """A browser that shows a key."""
    browser = Client()
    browser.cookies["sessionid"] = key
    return browser


def is_in(browser: Client) -> bool:
    return browser.get("/account/").status_code == 200


@pytest.fixture
def form(client: Client, alice: Member, sign_in: SignIn, app_code: Code) -> dict[str, str]:
    """What Alice sends to add an app."""
    sign_in(client, alice)
    client.get(HERE)
    code = app_code(key=client.session["mfa.totp.secret"])
    return {"code": code, "csrfmiddlewaretoken": "that-of-her-page"}


def test_the_second_click_goes_on_where_the_first_led(client: Client, form: dict[str, str]) -> None:
    key = client.cookies["sessionid"].value
    client.post(HERE, form)
    for _click in range(2):
        again = with_key(key)
        again.post(HERE, form)
        assert is_in(again) and again.cookies["sessionid"].value != key
        assert again.cookies["sessionid"].value == client.cookies["sessionid"].value
    assert Authenticator.objects.filter(type="totp").count() == 1
    assert Session.objects.exclude(started_at=None).count() == 1


def test_the_old_key_alone_opens_nothing(client: Client, form: dict[str, str]) -> None:
    key = client.cookies["sessionid"].value
    client.post(HERE, form)
    thief = with_key(key)
    thief.post(HERE, form | {"csrfmiddlewaretoken": "another"})
    assert not is_in(thief)
    assert not is_in(with_key(key))
    noted = Session.objects.order_by("expire_date")[0]
    assert len(noted.session_data) == len(key)
    assert not is_in(with_key(noted.session_key))


def test_after_a_minute_it_is_forgotten(client: Client, form: dict[str, str]) -> None:
    key = client.cookies["sessionid"].value
    client.post(HERE, form)
    assert Session.objects.order_by("expire_date")[0].expire_date < timezone.now() + REPEATED_WITHIN
    Session.objects.filter(started_at=None).update(expire_date=timezone.now())
    late = with_key(key)
    late.post(HERE, form)
    assert not is_in(late)


def test_two_at_once_leave_one_session(
    client: Client, form: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second is sent, whole, while the first is under way."""
    key, clicks = client.cookies["sessionid"].value, [with_key(client.cookies["sessionid"].value)]
    end = actions.end_all_but

    def end_late(*given: object) -> str | None:
        if clicks:
            clicks.pop().post(HERE, form)
        return end(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(actions, "end_all_but", end_late)
    client.cookies["sessionid"] = key
    client.post(HERE, form)
    assert is_in(client)
    assert Session.objects.exclude(started_at=None).count() == 1
