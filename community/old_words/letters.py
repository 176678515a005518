"""The letter with the link that proves an address."""

from django.core.mail import EmailMultiAlternatives

from community.notifications.messages import build
from community.old_words.links import link
from community.old_words.models import AddressProof


def proof_letter(proof: AddressProof) -> EmailMultiAlternatives:
    """Says that there are comments, and leads to them."""
    name = f"old-comments-{proof.pk}-{proof.letters}"
    subject = "Comments you wrote elsewhere"
    return build("old_comments", subject, proof.email, {"link": link(proof)}, name)
