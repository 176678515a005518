"""The link of an erasure: it proves the address to which it went, and opens the receipt later."""

from django.conf import settings
from django.urls import reverse

from articles.proofs.links import RowLinks, site_secrets
from common.proofs import is_proof, proof
from community.own_data.models import Erasure

LINKS = RowLinks(
    "community.erasure",
    lambda: Erasure.objects.select_related("member"),
    lambda erasure: erasure.salt,
)


def token_of(erasure: Erasure) -> str:
    """The token of an erasure, for example `17-5f0c…`."""
    return LINKS.token(erasure)


def erasure_of(token: str) -> Erasure | None:
    """The erasure that a token opens; None when it is not a true one.

    What was asked for by mail ends with the address it was asked from.
    """
    found = LINKS.find(token)
    if found is None or found.state != Erasure.State.ASKED or not found.asked_from:
        return found
    return found if is_from_address_of_now(found) else None


def address_mark(erasure: Erasure) -> str:
    """The address of the member as a mark, which only this site can make."""
    return proof(*address_proof(erasure), site_secrets())


def is_from_address_of_now(erasure: Erasure) -> bool:
    """Whether the member still has the address that asked."""
    return is_proof(erasure.asked_from, *address_proof(erasure), site_secrets())


def address_proof(erasure: Erasure) -> tuple[str, str]:
    """What the mark is made of: its purpose and its value."""
    address = erasure.member.email if erasure.member else ""
    return "community.erasure.address", f"{erasure.salt}:{address}"


def link(erasure: Erasure) -> str:
    """The whole address."""
    return settings.SITE_URL + reverse("erasure", args=[token_of(erasure)])
