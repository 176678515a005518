"""Setting up a second key, and taking it away."""

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core.mail import EmailMultiAlternatives
from django.http import HttpResponse
from django.test import Client

from community.members.models import Member

SignIn = Callable[[Client, Member], HttpResponse]
AppCode = Callable[..., str]
Mails = list[EmailMultiAlternatives]

APP = "/account/keys/app/"


def set_up_app(client: Client, app_code: AppCode) -> HttpResponse:
    """What somebody does: read the key from the page, type the app's code."""
    page = client.get(APP).content.decode()
    key = re.search(r"<code>([A-Z2-7]{32})</code>", page)
    assert key
    return client.post(APP, {"code": app_code(key=key[1])})


def test_an_app_is_set_up_by_its_first_code(
    client: Client,
    alice: Member,
    sign_in: SignIn,
    app_code: AppCode,
    mailoutbox: Mails,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    sign_in(client, alice)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        answer = set_up_app(client, app_code)
    assert answer["Location"] == "/account/keys/recovery/"
    assert mailoutbox[-1].subject == "An app was set up at Common Thread"
    assert "An app is set up." in client.get("/account/keys/").content.decode()


def test_the_recovery_codes_are_shown_at_once_and_as_a_file(
    client: Client, alice: Member, sign_in: SignIn, app_code: AppCode
) -> None:
    sign_in(client, alice)
    set_up_app(client, app_code)
    page = client.get("/account/keys/recovery/").content.decode()
    codes = re.findall(r"<code>(\d{8})</code>", page)
    assert len(codes) == 10
    file = client.get("/account/keys/recovery/file/")
    assert file["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    assert re.findall(r"^\d{8}$", file.content.decode(), re.MULTILINE) == codes


def test_new_recovery_codes_take_the_place_of_the_old_ones(
    client: Client, alice: Member, sign_in: SignIn, app_code: AppCode
) -> None:
    sign_in(client, alice)
    set_up_app(client, app_code)
    before = re.findall(r"\d{8}", client.get("/account/keys/recovery/file/").content.decode())
    client.post("/account/keys/recovery/new/")
    after = re.findall(r"\d{8}", client.get("/account/keys/recovery/file/").content.decode())
    assert len(after) == 10
    assert not set(before) & set(after)


def test_who_just_set_up_a_key_is_not_asked_for_it_at_once(
    client: Client, mo: Member, sign_in: SignIn, app_code: AppCode, needs_second_key: None
) -> None:
    sign_in(client, mo)
    set_up_app(client, app_code)
    assert client.get("/moderation/").status_code == 200


def test_a_wrong_code_sets_up_nothing_and_keeps_the_key(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    sign_in(client, alice)
    before = re.search(r"<code>(\w+)</code>", client.get(APP).content.decode())
    answer = client.post(APP, {"code": "000000"}).content.decode()
    after = re.search(r"<code>(\w+)</code>", answer)
    assert "That did not fit." in answer
    assert before and after and before[1] == after[1]
    assert not Authenticator.objects.exists()


def test_the_picture_for_the_app_stands_on_white(
    client: Client, alice: Member, sign_in: SignIn
) -> None:
    import base64

    sign_in(client, alice)
    picture = re.search(
        r'src="data:image/svg\+xml;base64,([^"]+)"', client.get(APP).content.decode()
    )
    assert picture
    assert b"white" in base64.b64decode(picture[1])


def test_an_app_can_be_removed_and_with_it_the_recovery_codes(
    client: Client, alice: Member, sign_in: SignIn, app_code: AppCode, mailoutbox: Mails
) -> None:
    sign_in(client, alice)
    set_up_app(client, app_code)
    page = client.get("/account/keys/app/remove/").content.decode()
    assert "Remove the app?" in page
    client.post("/account/keys/app/remove/")
    assert not Authenticator.objects.exists()
    assert mailoutbox[-1].subject == "An app was removed at Common Thread"


def test_a_moderator_is_told_what_removing_the_key_closes(
    client: Client, mo: Member, sign_in: SignIn, app_code: AppCode
) -> None:
    sign_in(client, mo)
    set_up_app(client, app_code)
    page = client.get("/account/keys/app/remove/").content.decode()
    assert "the moderation rooms and the desk close to you" in page


@pytest.mark.parametrize("credential", ["", "{}", "[]", "1", '{"id": "x"}', "not json"])
def test_what_is_no_passkey_is_refused_in_words(
    client: Client, alice: Member, sign_in: SignIn, credential: str
) -> None:
    sign_in(client, alice)
    answer = client.post(
        "/account/keys/passkeys/add/", {"name": "My telephone", "credential": credential}
    )
    assert answer.status_code == 200
    assert "Please look at this first" in answer.content.decode()
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", ["", "{}", "[]", "1", '{"id": "x"}', "not json"])
def test_what_is_no_passkey_signs_nobody_in_and_keeps_the_way_back(
    client: Client, alice: Member, credential: str
) -> None:
    form = {"credential": credential, "next": "/articles/rest/"}
    answer = client.post("/account/login/passkey/", form)
    assert answer["Location"] == "/account/login/?next=%2Farticles%2Frest%2F"


def test_the_browser_gets_what_it_needs_to_ask_for_a_passkey(client: Client, db: None) -> None:
    answer = client.get("/account/login/passkey/", headers={"Accept": "application/json"})
    options = answer.json()["request_options"]["publicKey"]
    assert options["userVerification"] == "required"
    assert options["rpId"] == "testserver"


def test_the_passkey_of_somebody_else_cannot_be_renamed_or_removed(
    client: Client, alice: Member, bob: Member, sign_in: SignIn
) -> None:
    key = Authenticator.objects.create(
        user=bob, type=Authenticator.Type.WEBAUTHN, data={"name": "Bob's key", "credential": {}}
    )
    sign_in(client, alice)
    for act in ("name", "remove"):
        page = f"/account/keys/passkeys/{key.pk}/{act}/"
        assert client.get(page).status_code == 404
        assert client.post(page, {"name": "x"}).status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()
