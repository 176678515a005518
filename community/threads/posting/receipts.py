"""A guest's receipt: a link that proves "I wrote this", and the cookie that remembers it.

The token is made from the key of the site and a salt in the row: neither a copy of the
database nor the link of one comment opens another. A new salt makes old links useless.
"""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from articles.proofs.links import RowLinks
from community.threads.models import Comment

COOKIE = "receipts"
COOKIE_AGE = 30 * 24 * 3600  # a month: decisions and second thoughts come within days
COOKIE_COMMENTS = 40  # keeps the cookie below half of the 4 kB a browser keeps

READ_WITH = ("thread__article", "parent")

signer = Signer(salt="community.receipts")


LINKS = RowLinks(
    "community.receipt",
    lambda: Comment.objects.filter(author=None).exclude(receipt_salt="").select_related(*READ_WITH),
    lambda comment: comment.receipt_salt,
)


def receipt_token(comment: Comment) -> str:
    """The token in the receipt link, for example `17-5f0c…`."""
    return LINKS.token(comment)


def receipt_url(comment: Comment) -> str:
    """Address of the receipt page, without the host."""
    return reverse("receipt", args=[receipt_token(comment)])


def comment_of_receipt(token: str) -> Comment | None:
    """The comment that a receipt link opens, or None when the link is not a true one."""
    return LINKS.find(token)


def remembered(request: HttpRequest) -> list[int]:
    """Keys of the comments this browser posted as a guest, as its signed cookie says."""
    try:
        listed = signer.unsign(request.COOKIES.get(COOKIE, ""))
    except BadSignature:
        return []
    return [int(key) for key in listed.split(".") if key]


def remember(request: HttpRequest, response: HttpResponse, comment: Comment) -> None:
    """Add a comment to the browser's list, so that its writer sees it in its place."""
    keys = [*(key for key in remembered(request) if key != comment.pk), comment.pk]
    keep(response, keys[-COOKIE_COMMENTS:])


def forget(request: HttpRequest, response: HttpResponse, comment: Comment) -> None:
    """Take a comment off the browser's list."""
    keep(response, [key for key in remembered(request) if key != comment.pk])


def keep(response: HttpResponse, keys: list[int]) -> None:
    """Write the list; an empty one leaves no cookie."""
    if not keys:
        response.delete_cookie(COOKIE)
        return
    value = signer.sign(".".join(map(str, keys)))
    response.set_cookie(
        COOKIE,
        value,
        max_age=COOKIE_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
