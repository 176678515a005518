"""Guests who flag: one person one flag, known by as little as possible.

A guest is known by a cookie that is set with the flag and never before. Many people share a
network (a family, a ward, all phones of one company), so it cannot tell them apart; but what comes
from one network counts once, because one person can clear their cookies. See
docs/decisions/flags-that-weigh.md.
"""

import secrets

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import salted_hmac

from articles.proofs.links import RowLinks
from community.members.attempts.network import client_address
from community.moderation.flags.guest_keys import join
from community.moderation.flags.models import Flag
from community.threads.models import Comment
from community.threads.posting.network import network_hash

COOKIE = "flagger"
COOKIE_AGE = 30 * 24 * 3600  # a month, as long as receipts are remembered

READ_WITH = ("comment__thread__article", "decision")

signer = Signer(salt="community.flagger")
LINKS = RowLinks(
    "community.flag",
    lambda: Flag.objects.filter(flagger=None).select_related(*READ_WITH),
    lambda flag: str(flag.flagged_at.timestamp()),
)


def guest_of(request: HttpRequest, comment: Comment) -> tuple[str, str]:
    """The key of the guest for this comment, and the cookie to set with the flag ("": none).

    The hash of the network changes daily; that of the browser is another one for every comment, so
    that nobody can read from the flags what one guest flagged altogether.
    """
    known = cookie_of(request)
    value = known or secrets.token_hex(16)
    network = keyed("network", network_hash(client_address(request)))
    return join(network, keyed("browser", f"{value}:{comment.pk}")), "" if known else value


def cookie_of(request: HttpRequest) -> str:
    """What the cookie holds; "" when there is none of ours."""
    try:
        return signer.unsign(request.COOKIES.get(COOKIE, ""))
    except BadSignature:
        return ""


def keyed(kind: str, value: str) -> str:
    """The hash that is stored."""
    return salted_hmac(f"community.flags.{kind}", value).hexdigest()


def remember_guest(response: HttpResponse, value: str) -> None:
    """Set the cookie."""
    response.set_cookie(
        COOKIE,
        signer.sign(value),
        max_age=COOKIE_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def flag_token(flag: Flag) -> str:
    """What opens the status of a guest's flag, for example `17-5f0c…`."""
    return LINKS.token(flag)


def flag_url(flag: Flag) -> str:
    """Address of the status page, without the host."""
    return reverse("flag_status", args=[flag_token(flag)])


def flag_of_token(token: str) -> Flag | None:
    """The guest's flag that a link opens, or None when the link is not a true one."""
    return LINKS.find(token)
