"""Whoever changes keys or address goes on; everybody else who was signed in does not."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.sessions.backends.base import UpdateError
from django.core.mail import EmailMultiAlternatives
from django.http import HttpResponse
from django.test import Client

from community.members.models import Member
from community.members.second_factor.forms import PasskeyForm
from community.members.sessions.models import Session
from community.members.signing_in.mail import MOVED_TO

SignIn = Callable[[Client, Member], HttpResponse]
Mails = list[EmailMultiAlternatives]
Code = Callable[[], str]

SIGNED_OUT = "signed out everywhere except on the device on which this was done"


@pytest.fixture
def elsewhere(alice: Member) -> Client:
    """Alice, signed in on another device: perhaps not she herself."""
    other = Client()
    other.force_login(alice)
    assert is_in(other)
    return other


@pytest.fixture
def bob_in(bob: Member) -> Client:
    """Somebody whom nothing of it concerns."""
    other = Client()
    other.force_login(bob)
    return other


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def key_of(client: Client) -> str:
    return client.cookies["sessionid"].value


def is_alone(client: Client, before: str, elsewhere: Client, bob_in: Client) -> bool:
    """Whether this device goes on under a new key, the other of Alice is out, and Bob is in."""
    old = Client()
    old.cookies["sessionid"] = before
    return is_in(client) and not is_in(elsewhere) and not is_in(old) and is_in(bob_in)


def fresh(client: Client, member: Member, sign_in: SignIn) -> str:
    """Sign in, for members with an app, too; returns the key of the session."""
    answer = sign_in(client, member)
    if answer["Location"].endswith("second-step/"):
        codes = RecoveryCodes(Authenticator.objects.get(user=member, type="recovery_codes"))
        client.post("/account/login/second-step/", {"code": codes.get_unused_codes()[0]})
    assert is_in(client)
    return key_of(client)


def test_another_address_ends_the_other_sessions(
    client: Client, alice: Member, sign_in: SignIn, newest_code: Code, elsewhere: Client,
    bob_in: Client, mailoutbox: Mails,
) -> None:  # fmt: skip
    before = fresh(client, alice, sign_in)
    client.post("/account/email/", {"email": "new@example.org", "action_add": "1"})
    assert is_in(elsewhere), "asking for it changes nothing"
    client.post("/account/email/code/", {"code": newest_code()})
    assert is_alone(client, before, elsewhere, bob_in)
    assert mailoutbox[-1].to == ["alice@people.example"] and SIGNED_OUT in mailoutbox[-1].body
    assert mailoutbox[-1].extra_headers[MOVED_TO] == "new@example.org", "for an erasure"


def test_a_code_in_the_old_mailbox_opens_nothing_after_the_address_changed(
    client: Client, alice: Member, sign_in: SignIn, newest_code: Code
) -> None:
    old_mailbox = Client()
    old_mailbox.post("/account/login/", {"login": alice.email})
    stolen = newest_code()
    fresh(client, alice, sign_in)
    client.post("/account/email/", {"email": "new@example.org", "action_add": "1"})
    client.post("/account/email/code/", {"code": newest_code()})
    old_mailbox.post("/account/login/code/confirm/", {"code": stolen})
    assert not is_in(old_mailbox)


def test_an_app_ends_the_other_sessions_when_it_comes_and_when_it_goes(
    client: Client, alice: Member, sign_in: SignIn, app_code: Callable[..., str], elsewhere: Client,
    bob_in: Client, mailoutbox: Mails, django_capture_on_commit_callbacks: Callable[..., object],
) -> None:  # fmt: skip
    before = fresh(client, alice, sign_in)
    client.get("/account/keys/app/")
    key = client.session["mfa.totp.secret"]
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        client.post("/account/keys/app/", {"code": app_code(key=key)})
    assert Authenticator.objects.filter(user=alice, type="totp").exists()
    assert is_alone(client, before, elsewhere, bob_in)
    assert SIGNED_OUT in mailoutbox[-1].body
    before = key_of(client)
    elsewhere.force_login(alice)
    client.post("/account/keys/app/remove/")
    assert not Authenticator.objects.exists()
    assert is_alone(client, before, elsewhere, bob_in)
    assert SIGNED_OUT in mailoutbox[-1].body


def test_a_passkey_ends_the_other_sessions_when_it_comes_and_when_it_goes(
    client: Client, alice: Member, sign_in: SignIn, elsewhere: Client, bob_in: Client,
    mailoutbox: Mails, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before = fresh(client, alice, sign_in)

    def add(user: Member, name: str, credential: object) -> object:
        made = Authenticator.objects.create(user=user, type="webauthn", data={"name": name})
        return type("Made", (), {"instance": made})

    def clean(form: PasskeyForm) -> dict[str, object]:
        return {"name": "My telephone", "credential": {"id": "x"}, "passwordless": True}

    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.WebAuthn.add", add)
    monkeypatch.setattr(PasskeyForm, "clean", clean)
    client.post(
        "/account/keys/passkeys/add/", {"name": "My telephone", "credential": '{"id": "x"}'}
    )
    key = Authenticator.objects.get(type="webauthn")
    assert is_alone(client, before, elsewhere, bob_in)
    assert SIGNED_OUT in mailoutbox[-1].body
    before = key_of(client)
    elsewhere.force_login(alice)
    client.post(f"/account/keys/passkeys/{key.pk}/remove/")
    assert not Authenticator.objects.filter(type="webauthn").exists()
    assert is_alone(client, before, elsewhere, bob_in)
    assert SIGNED_OUT in mailoutbox[-1].body


def test_new_recovery_codes_end_the_other_sessions(
    client: Client, alice: Member, sign_in: SignIn, with_app: Callable[[Member], Member],
    elsewhere: Client, bob_in: Client, mailoutbox: Mails, app_code: Callable[..., str],
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:  # fmt: skip
    with_app(alice)
    sign_in(client, alice)
    client.post("/account/login/second-step/", {"code": app_code()})
    before = key_of(client)
    assert is_in(elsewhere), "a code of the app is the usual way in"
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        client.post("/account/keys/recovery/new/")
    assert is_alone(client, before, elsewhere, bob_in)
    assert SIGNED_OUT in mailoutbox[-1].body


def test_signing_in_with_a_recovery_code_ends_the_other_sessions(
    client: Client, alice: Member, sign_in: SignIn, with_app: Callable[[Member], Member],
    elsewhere: Client, bob_in: Client, mailoutbox: Mails,
) -> None:  # fmt: skip
    with_app(alice)
    fresh(client, alice, sign_in)
    assert is_in(client) and not is_in(elsewhere) and is_in(bob_in)
    assert mailoutbox[-1].subject == "A recovery code was used at Common Thread"
    assert SIGNED_OUT in mailoutbox[-1].body


def test_a_change_that_does_not_come_about_ends_nothing(
    client: Client, alice: Member, sign_in: SignIn, elsewhere: Client
) -> None:
    fresh(client, alice, sign_in)
    client.get("/account/keys/app/")
    client.post("/account/keys/app/", {"code": "000000"})
    assert is_in(elsewhere)


def test_a_fall_in_the_middle_of_a_change_lets_nobody_stay(
    client: Client, alice: Member, sign_in: SignIn, with_app: Callable[[Member], Member],
    app_code: Callable[..., str], elsewhere: Client, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def fall(*given: object) -> None:
        raise RuntimeError("power cut")

    with_app(alice)
    sign_in(client, alice)
    client.post("/account/login/second-step/", {"code": app_code()})
    monkeypatch.setattr("allauth.mfa.totp.internal.flows.delete_and_cleanup", fall)
    with pytest.raises(RuntimeError):
        client.post("/account/keys/app/remove/")
    assert not is_in(elsewhere)


def test_a_session_that_ended_cannot_be_written_back(alice: Member, elsewhere: Client) -> None:
    session = elsewhere.session
    session["words"] = "kept"
    Session.objects.filter(member=alice).delete()
    with pytest.raises(UpdateError):
        session.save()
    assert not Session.objects.exists()
