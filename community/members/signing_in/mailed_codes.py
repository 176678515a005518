"""Codes of our own on their way: kept in the session until they come back.

Two things use them: joining, and showing again that it is you. Signing in and another address
have allauth's own. All four keep the limits of `members.codes`.
"""

import time
from typing import Any

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from community.members.signing_in.codes import SentCode, new_code

SIGN_UP, AGAIN = "sign_up_code", "reauthentication_code"


def send_code(request: HttpRequest, purpose: str, template: str, address: str, **told: Any) -> None:
    """Send a new code to an address, and remember it under `purpose`, with what we were told."""
    sent = SentCode(address=address, code=new_code(), sent_at=time.time(), **told)
    mail_code(template, sent)
    keep(request, purpose, sent)


def send_again(request: HttpRequest, purpose: str, template: str, sent: SentCode) -> bool:
    """Send another code in place of the one before; False when that was done often enough."""
    if not sent.may_resend:
        return False
    sent.renew(time.time())
    mail_code(template, sent)
    keep(request, purpose, sent)
    return True


def mail_code(template: str, sent: SentCode) -> None:
    """Send the message with the code."""
    get_adapter().send_mail(f"account/email/{template}", sent.address, {"code": sent.code})


def awaited(request: HttpRequest, purpose: str) -> SentCode | None:
    """The code that may still be entered; None without one, or after its time or its tries."""
    stored = request.session.get(purpose)
    sent = SentCode(**stored) if isinstance(stored, dict) else None
    return sent if sent and sent.is_good(time.time()) else None


def keep(request: HttpRequest, purpose: str, sent: SentCode) -> None:
    """Remember how often it was tried."""
    request.session[purpose] = sent.as_json()


def forget(request: HttpRequest, purpose: str) -> None:
    """The code came back, or is given up."""
    request.session.pop(purpose, None)
