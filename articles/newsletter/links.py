"""Links that prove an address, and the hash that remembers one without holding it."""

import secrets

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from articles.newsletter.models import Subscriber

PROOF_LENGTH = 32  # hexadecimal digits, 128 bits
KEY_DIGITS_MAX = 18  # more digits than any key has


def new_salt() -> str:
    """A salt for the links of a subscriber."""
    return secrets.token_hex(16)


def token_of(subscriber: Subscriber) -> str:
    """The token in a subscriber's links, for example `17-5f0c…`. It does not end."""
    proof = salted_hmac("articles.newsletter", f"{subscriber.pk}:{subscriber.salt}").hexdigest()
    return f"{subscriber.pk}-{proof[:PROOF_LENGTH]}"


def subscriber_of(token: str) -> Subscriber | None:
    """Whom a token opens; None when it is not a true one, or they are gone."""
    number = token.partition("-")[0]
    if not (number.isascii() and number.isdecimal()) or len(number) > KEY_DIGITS_MAX:
        return None
    found = Subscriber.objects.filter(pk=int(number)).first()
    if found is not None and constant_time_compare(token_of(found), token):
        return found
    return None


def link(subscriber: Subscriber, page: str) -> str:
    """The whole address of one of a subscriber's pages."""
    return settings.SITE_URL + reverse(page, args=[token_of(subscriber)])


def address_hash(address: str) -> str:
    """By which an address is known again that is kept nowhere."""
    return salted_hmac("articles.newsletter.address", address.strip().lower()).hexdigest()
