"""The letters about an erasure."""

from django.core.mail import EmailMultiAlternatives

from community.notifications.messages import build
from community.own_data.links import link
from community.own_data.models import Erasure


def asked_letter(erasure: Erasure) -> EmailMultiAlternatives:
    """Says that the account will be erased and how to call it off, or asks to confirm it."""
    assert erasure.member is not None
    context: dict[str, object] = {"erasure": erasure, "link": link(erasure)}
    is_waiting = erasure.state == Erasure.State.WAITING
    name = f"erasure-{erasure.pk}-{erasure.letters}"
    subject = "Your account will be erased" if is_waiting else "Do you want to erase your account?"
    return build("erasure_asked", subject, erasure.member.email, context, name)


def receipt_letter(erasure: Erasure, address: str, went: dict[str, int]) -> EmailMultiAlternatives:
    """The last letter to this address: what went, and where the receipt is."""
    context: dict[str, object] = {"erasure": erasure, "link": link(erasure), "went": went}
    return build(
        "erasure_done", "Your account is erased", address, context, f"erasure-{erasure.pk}-done"
    )
