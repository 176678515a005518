"""Links that prove an address, and the hash that remembers one without holding it."""

import secrets

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from articles.newsletter.models import Subscriber

PROOF_LENGTH = 32  # hexadecimal digits, 128 bits
NAME_PROOF_LENGTH = 16  # of a letter's name, 64 bits: a guess has to come by mail
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


def letter_name(kind: str, first: int, second: int) -> str:
    """The Message-ID of a letter, the same each time, for example `<issue-3-17-5f0c…@host>`.

    Its proof keeps strangers from sending reports about letters that they never got.
    """
    name = f"{kind}-{first}-{second}"
    proof = salted_hmac("articles.newsletter.letter", name).hexdigest()[:NAME_PROOF_LENGTH]
    return f"<{name}-{proof}@{settings.SITE_HOST}>"


def is_ours(message_id: str) -> bool:
    """Whether we gave a letter this name; its host may have been another one then."""
    kind, *numbers = message_id.strip("<>").partition("@")[0].split("-")
    if len(numbers) != 3 or not all(each.isascii() and each.isdecimal() for each in numbers[:2]):
        return False
    if any(len(each) > KEY_DIGITS_MAX for each in numbers[:2]):
        return False
    true_name = letter_name(kind, int(numbers[0]), int(numbers[1])).partition("@")[0]
    return constant_time_compare(true_name, message_id.partition("@")[0])


def address_hash(address: str) -> str:
    """By which an address is known again that is kept nowhere."""
    return salted_hmac("articles.newsletter.address", address.strip().lower()).hexdigest()
