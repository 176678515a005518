"""Mail by which somebody ends something: its subject, or the address it went to, names what. Pure.

Who sent it is no matter: the token proves that the writer had the letter. The text below is not read, since
it may quote anything; nor is what a machine answers by itself.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from common.mail.returned import REPORT_MAX

# The token as `common.proofs.row_token` makes it. In an address the words are joined.
_WISH = re.compile(
    r"\bunsubscribe[ ._+=-]{1,3}([a-z]{2,20})[ ._+=-]{1,3}(\d{1,18}-[0-9a-f]{32})(?![0-9a-f])",
    re.IGNORECASE,
)
_ADDRESSED = ("To", "Delivered-To", "X-Original-To", "Envelope-To")
HEADER_MAX = 1_000  # characters of a header that are read


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is to end, and the token that proves the address."""

    what: str
    token: str


def leaving_words(what: str, token: str) -> str:
    """The subject of such a mail.

    >>> leaving_words("newsletter", "17-5f0c")
    'unsubscribe newsletter 17-5f0c'
    """
    return f"unsubscribe {what} {token}"


def read_leaving(data: bytes) -> Leaving | None:
    """Understand such a mail; None for any other.

    >>> read_leaving(b"Subject: Re: unsubscribe newsletter 17-" + b"5f" * 16)
    Leaving(what='newsletter', token='17-5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f')
    """
    message = email.message_from_bytes(data[:REPORT_MAX], policy=email.policy.compat32)
    if message.get_content_type() == "multipart/report" or is_automatic(message):
        return None
    for text in headers_of(message):
        if match := _WISH.search(text):
            return Leaving(match[1].lower(), match[2].lower())
    return None


def is_automatic(message: Message) -> bool:
    """Whether a machine sent it by itself (RFC 3834)."""
    said = str(message.get("Auto-Submitted", "no")).strip().lower()
    return said.partition(";")[0].strip() != "no"


def headers_of(message: Message) -> Iterator[str]:
    """The subject, then the addresses, each in one line. The words wanted are plain letters in any of them."""
    for name in ("Subject", *_ADDRESSED):
        for value in message.get_all(name, []):
            yield " ".join(str(value)[:HEADER_MAX].split())
