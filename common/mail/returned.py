"""Reports of mail that came back, and complaints about mail, read. Pure.

Delivery reports as RFC 3464 has them, feedback reports as RFC 5965 has them. Whatever else comes in gives
None: an answer from a holiday is no bounce. Of a report nothing is trusted but that it names a letter by the
Message-ID we gave it; addresses in it are not used.
"""

import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage, Message
from enum import StrEnum

# Bytes of a report that are read: it quotes a letter at most.
REPORT_MAX = 1_000_000
_STATUS = re.compile(r"^([245])\.(\d{1,3})\.\d{1,3}")
_POLICY = "7"  # such a status speaks of who sends, not of the address (RFC 3463)
_MESSAGE_ID = re.compile(r"^message-id:\s*(<[^<>\s]{3,200}>)", re.IGNORECASE | re.MULTILINE)


class Why(StrEnum):
    """What a report says."""

    FOR_GOOD = "for_good"  # the address takes no mail
    FOR_NOW = "for_now"  # it may take some later
    COMPLAINT = "complaint"  # its owner calls it unwanted


@dataclass(frozen=True, slots=True)
class Returned:
    """A report: why, and the Message-ID of the letter it is about."""

    why: Why
    message_id: str


def read_returned(data: bytes) -> Returned | None:
    """Understand a report; None where it is none, or names no letter.

    >>> read_returned(b"Subject: Hello") is None
    True
    """
    message = email.message_from_bytes(data[:REPORT_MAX], policy=email.policy.default)
    if not isinstance(message, EmailMessage) or message.get_content_type() != "multipart/report":
        return None
    kind = str(message.get_param("report-type", "")).lower()
    why = Why.COMPLAINT if kind == "feedback-report" else status_of(message)
    named = letter_of(message)
    return Returned(why, named) if why and named else None


def status_of(message: EmailMessage) -> Why | None:
    """The worst of the statuses of a delivery report; a delivered letter is no matter."""
    found = set()
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for fields in parts_of(part):
            match = _STATUS.match(str(fields.get("Status", "")).strip())
            is_back = str(fields.get("Action", "failed")).lower() in ("failed", "delayed")
            if match and is_back and match[2] != _POLICY:
                found.add(match[1])
    if "5" in found:
        return Why.FOR_GOOD
    return Why.FOR_NOW if "4" in found else None


def letter_of(message: EmailMessage) -> str:
    """The Message-ID of the letter that came back: that of the part which quotes it."""
    for part in message.walk():
        if part is not message and part.get_content_type() in (
            "message/rfc822",
            "text/rfc822-headers",
        ):
            inner = parts_of(part)
            text = inner[0].as_string() if inner else str(part.get_payload())
            if match := _MESSAGE_ID.search(text):
                return match[1]
    return ""


def parts_of(part: Message) -> list[Message]:
    """The messages inside a part; none where it holds text."""
    payload = part.get_payload()
    inner = payload if isinstance(payload, list) else []
    return [each for each in inner if isinstance(each, Message)]
