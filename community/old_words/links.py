"""The link that proves an address."""

from django.conf import settings
from django.urls import reverse

from articles.proofs.links import RowLinks
from community.old_words.models import AddressProof

LINKS = RowLinks("community.old_words", AddressProof.objects.all, lambda proof: proof.salt)


def link(proof: AddressProof) -> str:
    """The whole address."""
    return settings.SITE_URL + reverse("old_comments_of", args=[LINKS.token(proof)])
