"""Links that prove an address, and the hash that remembers one without holding it."""

from django.conf import settings
from django.urls import reverse

from articles.newsletter.models import Subscriber
from articles.proofs.links import RowLinks, site_secrets
from common.proofs import digest

ADDRESS = "articles.newsletter.address"
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


def address_hashes(address: str) -> list[str]:
    """By which an address is known again that is kept nowhere: under today's key first, then earlier ones."""
    plain = address.strip().lower()
    return [digest(ADDRESS, plain, secret) for secret in site_secrets()]
