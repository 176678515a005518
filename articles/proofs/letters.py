"""Names of letters that prove themselves, where mail about them goes, and ending them by mail.

The Message-ID of a letter holds a proof, so that a report about it is believed without trusting who sent the
report. With `RETURN_ADDRESS` set, reports and wishes to end something arrive at one address, which the mail
server pipes into `manage.py take_returned_mail`.
"""

from typing import Any
from urllib.parse import quote

from django.conf import settings

from articles.proofs.links import site_secrets
from common.mail import leaving_words
from common.proofs import KEY_DIGITS_MAX, is_proof, proof

LETTER = "articles.newsletter.letter"
PROOF_DIGITS = 16  # hexadecimal, of a letter's name, 64 bits: a guess has to come by mail


def letter_name(name: str, number: int) -> str:
    """The Message-ID of a letter, the same each time, for example `<issue-3-17-5f0c…@host>`.

    `number` is a key by which the receiver is found; `name` tells the letter from all others to them.
    """
    made_from = f"{name}-{number}"
    given = proof(LETTER, made_from, site_secrets(), length=PROOF_DIGITS)
    return f"<{made_from}-{given}@{settings.SITE_HOST}>"


def read_letter_name(message_id: str) -> tuple[str, int] | None:
    """Name and number of a letter that we sent; None where we did not. Its host may have changed since."""
    made_from, _, given = message_id.strip("<>").partition("@")[0].rpartition("-")
    name, _, number = made_from.rpartition("-")
    if not (name and number.isascii() and number.isdecimal()) or len(number) > KEY_DIGITS_MAX:
        return None
    if not is_proof(given, LETTER, made_from, site_secrets(), length=PROOF_DIGITS):
        return None
    return name, int(number)


def returning(headers: dict[str, str]) -> dict[str, Any]:
    """How a message is built so that what becomes of it is reported to `RETURN_ADDRESS`, where there is one.

    The mail server gets that address as the sender; readers see the usual one.
    """
    if not settings.RETURN_ADDRESS:
        return {"headers": headers}
    seen = {"From": settings.DEFAULT_FROM_EMAIL}
    return {"from_email": settings.RETURN_ADDRESS, "headers": headers | seen}


def leave_headers(what: str, token: str, link: str) -> dict[str, str]:
    """Headers by which a mail program ends something: with one click (RFC 8058), or by mail (RFC 2369)."""
    ways = [f"<{link}>"]
    if settings.RETURN_ADDRESS:
        subject = quote(leaving_words(what, token))
        ways.append(f"<mailto:{settings.RETURN_ADDRESS}?subject={subject}>")
    return {
        "List-Unsubscribe": ", ".join(ways),
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
