"""The link of an erasure: it proves the address to which it went, and opens the receipt later."""

from django.conf import settings
from django.urls import reverse

from articles.proofs.links import RowLinks
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
    """The erasure that a token opens; None when it is not a true one."""
    return LINKS.find(token)


def link(erasure: Erasure) -> str:
    """The whole address."""
    return settings.SITE_URL + reverse("erasure", args=[token_of(erasure)])
