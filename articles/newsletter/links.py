"""Links that prove an address, and the hash that remembers one without holding it."""

from django.conf import settings
from django.urls import reverse

from articles.newsletter.models import Subscriber
from articles.proofs.links import RowLinks, site_secrets
from common.proofs import KEY_DIGITS_MAX, digest, is_proof, proof

NAME_PROOF_LENGTH = 16  # of a letter's name, 64 bits: a guess has to come by mail
LETTER, ADDRESS = "articles.newsletter.letter", "articles.newsletter.address"
LINKS = RowLinks("articles.newsletter", Subscriber.objects.all, lambda each: each.salt)


def token_of(subscriber: Subscriber) -> str:
    """The token in a subscriber's links, for example `17-5f0c…`. It does not end."""
    return LINKS.token(subscriber)


def subscriber_of(token: str) -> Subscriber | None:
    """Whom a token opens; None when it is not a true one, or they are gone."""
    return LINKS.find(token)


def link(subscriber: Subscriber, page: str) -> str:
    """The whole address of one of a subscriber's pages."""
    return settings.SITE_URL + reverse(page, args=[token_of(subscriber)])


def letter_name(kind: str, first: int, second: int) -> str:
    """The Message-ID of a letter, the same each time, for example `<issue-3-17-5f0c…@host>`.

    Its proof keeps strangers from sending reports about letters that they never got.
    """
    name = f"{kind}-{first}-{second}"
    given = proof(LETTER, name, site_secrets(), length=NAME_PROOF_LENGTH)
    return f"<{name}-{given}@{settings.SITE_HOST}>"


def is_ours(message_id: str) -> bool:
    """Whether we gave a letter this name; its host may have been another one then."""
    kind, *numbers = message_id.strip("<>").partition("@")[0].split("-")
    if len(numbers) != 3 or not all(each.isascii() and each.isdecimal() for each in numbers[:2]):
        return False
    if any(len(each) > KEY_DIGITS_MAX for each in numbers[:2]):
        return False
    name = f"{kind}-{numbers[0]}-{numbers[1]}"
    return is_proof(numbers[2], LETTER, name, site_secrets(), length=NAME_PROOF_LENGTH)


def address_hashes(address: str) -> list[str]:
    """By which an address is known again that is kept nowhere: under today's key first, then earlier ones."""
    plain = address.strip().lower()
    return [digest(ADDRESS, plain, secret) for secret in site_secrets()]
