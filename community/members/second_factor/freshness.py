"""How lately somebody showed that it is them, and by what."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from community.members.models import Member

SECOND_KEYS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_key(member: Member) -> bool:
    """Whether the member has set up an app or a passkey. Recovery codes alone do not count."""
    return bool(is_mfa_enabled(member, SECOND_KEYS))


def used_second_key(request: HttpRequest) -> bool:
    """Whether this session was opened, or has been confirmed, with a second key."""
    return any(record["method"] == "mfa" for record in records(request))


def is_fresh(request: HttpRequest) -> bool:
    """Whether somebody showed just now that it is them.

    With a second key set up, only that counts: a code by mail alone is one key.
    """
    member = request.user
    if not isinstance(member, Member):
        return False
    since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
    methods = {record["method"] for record in records(request) if record["at"] >= since}
    return "mfa" in methods if has_second_key(member) else bool(methods)


def records(request: HttpRequest) -> list[dict[str, Any]]:
    """What this session was opened and confirmed with."""
    found: list[dict[str, Any]] = get_authentication_records(request, request.user)
    return found
