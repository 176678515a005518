"""Signing in: reading the code out of a message, and what an app shows."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from community.members.models import Member

APP_KEY = "JBSWY3DPEHPK3PXP"

SignIn = Callable[[Client, Member], HttpResponse]


@pytest.fixture(autouse=True)
def _no_limits_used() -> None:
    """Tries are counted in the cache; each test begins at zero."""
    cache.clear()


@pytest.fixture
def newest_code(mailoutbox: list[EmailMultiAlternatives]) -> Callable[[], str]:
    """The code in the newest message."""

    def newest_code() -> str:
        found = re.search(r"^\d{4}-\d{4}$", str(mailoutbox[-1].body), re.MULTILINE)
        assert found, f"there is no code in: {mailoutbox[-1].body}"
        return found.group()

    return newest_code


@pytest.fixture
def sign_in(newest_code: Callable[[], str]) -> SignIn:
    """Sign in as people do: `sign_in(client, alice)`. Gives the answer to the code."""

    def sign_in(client: Client, member: Member) -> HttpResponse:
        client.post("/account/login/", {"login": member.email})
        return client.post("/account/login/code/confirm/", {"code": newest_code()})

    return sign_in


@pytest.fixture
def with_app() -> Callable[[Member], Member]:
    """Give a member an authenticator app and recovery codes."""

    def with_app(member: Member) -> Member:
        EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
        TOTP.activate(member, APP_KEY)
        RecoveryCodes.activate(member)
        return member

    return with_app


@pytest.fixture
def app_code() -> Callable[..., str]:
    """What the app shows now, or some steps of 30 seconds later."""

    def app_code(later: int = 0, key: str = APP_KEY) -> str:
        return format_hotp_value(hotp_value(key, int(time.time()) // 30 + later))

    return app_code


@pytest.fixture
def needs_second_key(settings: Settings) -> None:
    """As in production."""
    settings.SECOND_FACTOR_REQUIRED = True
