"""A guest's receipt: a link that proves "I wrote this", and the cookie that remembers it.

The token is made from the key of the site and a salt in the row: neither a copy of the
database nor the link of one comment opens another. A new salt makes old links useless.
"""

import secrets

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from community.threads.models import Comment

COOKIE = "receipts"
COOKIE_AGE = 30 * 24 * 3600  # a month: decisions and second thoughts come within days
COOKIE_COMMENTS = 40  # keeps the cookie below half of the 4 kB a browser keeps
PROOF_LENGTH = 32  # hexadecimal digits, 128 bits

signer = Signer(salt="community.receipts")


def new_salt() -> str:
    """A salt for a new comment."""
    return secrets.token_hex(16)


def receipt_token(comment: Comment) -> str:
    """The token in the receipt link, for example `17-5f0c…`."""
    proof = salted_hmac("community.receipt", f"{comment.pk}:{comment.receipt_salt}").hexdigest()
    return f"{comment.pk}-{proof[:PROOF_LENGTH]}"


def receipt_url(comment: Comment) -> str:
    """Address of the receipt page, without the host."""
    return reverse("receipt", args=[receipt_token(comment)])


def comment_of_receipt(token: str) -> Comment | None:
    """The comment that a receipt link opens, or None when the link is not a true one."""
    number = token.partition("-")[0]
    if not number.isdecimal() or len(number) > 18:
        return None
    comments = Comment.objects.filter(pk=int(number), author=None).exclude(receipt_salt="")
    comment = comments.select_related("thread__article", "parent").first()
    if comment and constant_time_compare(receipt_token(comment), token):
        return comment
    return None


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
