"""The link of an erasure: it proves the address to which it went, and opens the receipt later."""

import secrets

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from community.own_data.models import Erasure

PROOF_LENGTH = 32  # hexadecimal digits, 128 bits
KEY_DIGITS_MAX = 18  # more digits than any key has


def new_salt() -> str:
    """A salt for the link of an erasure."""
    return secrets.token_hex(16)


def token_of(erasure: Erasure) -> str:
    """The token of an erasure, for example `17-5f0c…`."""
    proof = salted_hmac("community.erasure", f"{erasure.pk}:{erasure.salt}").hexdigest()
    return f"{erasure.pk}-{proof[:PROOF_LENGTH]}"


def erasure_of(token: str) -> Erasure | None:
    """The erasure that a token opens; None when it is not a true one."""
    number = token.partition("-")[0]
    if not (number.isascii() and number.isdecimal()) or len(number) > KEY_DIGITS_MAX:
        return None
    found = Erasure.objects.select_related("member").filter(pk=int(number)).first()
    if found is not None and constant_time_compare(token_of(found), token):
        return found
    return None


def link(erasure: Erasure) -> str:
    """The whole address."""
    return settings.SITE_URL + reverse("erasure", args=[token_of(erasure)])
