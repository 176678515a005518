"""The rooms behind the second key."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.http import HttpResponse
from django.test import Client

from community.members.models import Member

SignIn = Callable[[Client, Member], HttpResponse]
WithApp = Callable[[Member], Member]
AppCode = Callable[..., str]

ROOMS = ["/moderation/", "/moderation/log/", "/desk/", "/admin/", "/admin/community/member/"]
SECOND_STEP = "/account/login/second-step/"


@pytest.mark.parametrize("room", ROOMS)
def test_who_is_not_signed_in_is_led_to_sign_in_and_back(
    client: Client, db: None, room: str
) -> None:
    answer = client.get(room + "?page=2")
    assert answer.status_code == 302
    assert answer["Location"] == f"/account/login/?next={room}%3Fpage%3D2"


@pytest.mark.parametrize("way", ["/admin/login/", "/admin/login/?next=/admin/", "/admin/nothing/"])
def test_the_admin_has_no_form_for_passwords(client: Client, db: None, way: str) -> None:
    for answer in (client.get(way), client.post(way, {"username": "x", "password": "y"})):
        assert answer["Location"].startswith("/account/login/?next=/admin/")


def test_members_and_moderators_do_not_enter_the_admin(
    client: Client, alice: Member, mo: Member
) -> None:
    for member in (alice, mo):
        client.force_login(member)
        for page in ("/admin/", "/admin/login/", "/admin/password_change/"):
            answer = client.get(page)
            assert answer.status_code == 403
            assert "This page is not open to you" in answer.content.decode()


def test_staff_at_a_form_for_passwords_are_led_into_the_admin(
    client: Client, stefan: Member
) -> None:
    client.force_login(stefan)
    for page in ("/admin/login/", "/admin/password_change/"):
        assert client.get(page)["Location"] == "/admin/"


@pytest.mark.parametrize("room", ROOMS)
def test_staff_without_a_second_key_are_led_to_set_one_up(
    client: Client, stefan: Member, sign_in: SignIn, needs_second_key: None, room: str
) -> None:
    sign_in(client, stefan)
    assert client.get(room)["Location"] == "/account/keys/"
    page = client.get("/account/keys/").content.decode()
    assert "Your role needs a second key" in page


def test_a_moderator_without_a_second_key_does_not_enter(
    client: Client, mo: Member, sign_in: SignIn, needs_second_key: None
) -> None:
    sign_in(client, mo)
    assert client.get("/moderation/")["Location"] == "/account/keys/"
    assert client.post("/moderation/")["Location"] == "/account/keys/"


def test_a_recovery_code_alone_is_no_second_key(
    client: Client, mo: Member, sign_in: SignIn, needs_second_key: None
) -> None:
    RecoveryCodes.activate(mo)
    sign_in(client, mo)
    assert client.get("/moderation/")["Location"] == "/account/keys/"


def test_signing_in_asks_whoever_has_an_app_for_its_code(
    client: Client, alice: Member, with_app: WithApp, sign_in: SignIn, app_code: AppCode
) -> None:
    assert sign_in(client, with_app(alice))["Location"] == SECOND_STEP
    assert client.get("/account/").status_code == 302
    assert "The second step" in client.get(SECOND_STEP).content.decode()
    assert client.post(SECOND_STEP, {"code": app_code()})["Location"] == "/account/"
    assert client.get("/account/").status_code == 200


def test_the_second_step_leads_back_to_the_article(
    client: Client,
    alice: Member,
    with_app: WithApp,
    newest_code: Callable[[], str],
    app_code: AppCode,
) -> None:
    with_app(alice)
    client.post("/account/login/", {"login": alice.email})
    form = {"code": newest_code(), "next": "/articles/rest/"}
    client.post("/account/login/code/confirm/", form)
    assert client.post(SECOND_STEP, {"code": app_code()})["Location"] == "/articles/rest/"


def test_a_recovery_code_takes_the_place_of_the_app_once(
    alice: Member, with_app: WithApp, sign_in: SignIn
) -> None:
    with_app(alice)
    code = RecoveryCodes.activate(alice).get_unused_codes()[0]
    for expected in ("/account/", None):
        client = Client()
        sign_in(client, alice)
        answer = client.post(SECOND_STEP, {"code": code})
        assert answer.headers.get("Location") == expected


def test_wrong_codes_of_an_app_end_in_a_pause(
    client: Client, alice: Member, with_app: WithApp, sign_in: SignIn, app_code: AppCode
) -> None:
    sign_in(client, with_app(alice))
    page = client.post(SECOND_STEP, {"code": "000000"}).content.decode()
    assert "That did not fit." in page
    for _ in range(4):
        client.post(SECOND_STEP, {"code": "000000"})
    page = client.post(SECOND_STEP, {"code": app_code()}).content.decode()
    assert "tried very often just now" in page
    assert client.get("/account/").status_code == 302


def test_a_code_of_the_app_that_is_a_little_old_still_fits(
    client: Client, alice: Member, with_app: WithApp, sign_in: SignIn, app_code: AppCode
) -> None:
    sign_in(client, with_app(alice))
    assert client.post(SECOND_STEP, {"code": app_code(later=-1)})["Location"] == "/account/"


def test_a_moderator_who_used_the_app_enters(
    client: Client,
    mo: Member,
    with_app: WithApp,
    sign_in: SignIn,
    app_code: AppCode,
    needs_second_key: None,
) -> None:
    sign_in(client, with_app(mo))
    client.post(SECOND_STEP, {"code": app_code()})
    assert client.get("/moderation/").status_code == 200


def test_a_session_from_before_the_second_key_is_asked_for_it(
    client: Client,
    mo: Member,
    with_app: WithApp,
    sign_in: SignIn,
    app_code: AppCode,
    needs_second_key: None,
) -> None:
    sign_in(client, mo)
    Authenticator.objects.filter(user=mo).delete()
    mo.emailaddress_set.all().delete()
    with_app(mo)
    asked = client.get("/moderation/?state=all")["Location"]
    assert asked == "/account/again/second-step/?next=%2Fmoderation%2F%3Fstate%3Dall"
    answer = client.post(asked, {"code": app_code()})
    assert answer["Location"] == "/moderation/?state=all"
    assert client.get("/moderation/").status_code == 200


def test_the_second_key_of_somebody_else_in_the_same_browser_does_not_count(
    client: Client,
    alice: Member,
    mo: Member,
    with_app: WithApp,
    sign_in: SignIn,
    app_code: AppCode,
    needs_second_key: None,
) -> None:
    sign_in(client, with_app(alice))
    client.post(SECOND_STEP, {"code": app_code()})
    client.force_login(mo)
    assert client.get("/moderation/")["Location"] == "/account/keys/"


def test_a_member_who_becomes_a_moderator_needs_a_second_key_from_then_on(
    client: Client, alice: Member, sign_in: SignIn, needs_second_key: None
) -> None:
    sign_in(client, alice)
    Member.objects.filter(pk=alice.pk).update(role=Member.Role.MODERATOR)
    assert client.get("/moderation/")["Location"] == "/account/keys/"


def test_members_need_no_second_key(
    client: Client, alice: Member, sign_in: SignIn, needs_second_key: None
) -> None:
    sign_in(client, alice)
    page = client.get("/account/").content.decode()
    assert "needs a second key" not in page


def test_on_ones_own_machine_nobody_needs_a_second_key(
    client: Client, mo: Member, sign_in: SignIn
) -> None:
    sign_in(client, mo)
    assert client.get("/moderation/").status_code == 200


def test_a_site_that_is_not_only_on_this_machine_needs_it(tmp_path: object) -> None:
    import subprocess
    import sys

    show = "from django.conf import settings; print(settings.SECOND_FACTOR_REQUIRED)"
    for address, expected in (("https://talk.example.org", "True"), ("http://localhost", "False")):
        done = subprocess.run(
            [sys.executable, "-c", f"import django; django.setup(); {show}"],
            env={
                "DJANGO_SETTINGS_MODULE": "config.settings",
                "DATA_DIR": str(tmp_path),
                "SITE_URL": address,
            },
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == expected
