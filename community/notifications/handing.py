"""Handing letters to the mail server where each stands by itself: one that is refused holds up no other."""

import logging
import smtplib
from collections.abc import Iterable
from enum import Enum

from django.core.mail import EmailMultiAlternatives

from articles.proofs.letters import read_letter_name
from community.notifications.follows.models import Follower
from community.notifications.letters.returned import take_refused

logger = logging.getLogger(__name__)

# Letters of something told to several people that the server took, while one of the others waits: in the memory
# of this worker. When it dies, they are sent again, under the same Message-ID.
taken: set[str] = set()


class Answer(Enum):
    """What became of a letter: it went out, is to be tried again, or is not taken for good."""

    TAKEN = "taken"
    LATER = "later"
    NEVER = "never"


class NotNow(Exception):
    """Some of the letters could not be handed over now."""


def hand_over(message: EmailMultiAlternatives) -> Answer:
    """Hand one letter over. Whatever goes wrong is written down, without the address.

    It never goes where a server refuses the receiver, or the letter, for good (codes from 500 on, RFC 5321); not
    where it says so of whoever sends (5.7, RFC 3463): that may be set right.
    """
    name = message.extra_headers.get("Message-ID", "")
    try:
        message.send()
    except smtplib.SMTPException as trouble:
        answer = Answer.NEVER if is_final(trouble) else Answer.LATER
        logger.warning("A letter was not taken (%s): %s %s", answer.value, name, saying(trouble))
        if answer == Answer.NEVER and isinstance(trouble, smtplib.SMTPRecipientsRefused):
            note_refused(message, trouble)
        return answer
    except OSError as trouble:
        logger.warning("The mail server is away: %s", trouble)
        return Answer.LATER
    except ValueError:  # an address or a head that no letter can have
        logger.exception("A letter cannot be made: %s", name)
        return Answer.NEVER
    return Answer.TAKEN


def is_final(trouble: smtplib.SMTPException) -> bool:
    """Whether a server refuses for good, and because of the letter or its receiver."""
    ours = (smtplib.SMTPSenderRefused, smtplib.SMTPAuthenticationError, smtplib.SMTPConnectError)
    if isinstance(trouble, ours):
        return False
    said = answers_of(trouble)
    return bool(said) and all(
        code >= 500 and not words.lstrip().startswith(b"5.7.") for code, words in said
    )


def answers_of(trouble: smtplib.SMTPException) -> list[tuple[int, bytes]]:
    """The codes and words of a server; none where it said nothing."""
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        return list(trouble.recipients.values())
    if isinstance(trouble, smtplib.SMTPResponseException):
        said = trouble.smtp_error
        return [(trouble.smtp_code, said if isinstance(said, bytes) else str(said).encode())]
    return []


def saying(trouble: smtplib.SMTPException) -> str:
    """The codes, for the log: the words may hold the address."""
    return ", ".join(str(code) for code, _ in answers_of(trouble)) or type(trouble).__name__


def note_refused(message: EmailMultiAlternatives, refused: smtplib.SMTPRecipientsRefused) -> None:
    """Count it with the letters that came back, where it went to a member."""
    known = read_letter_name(message.extra_headers.get("Message-ID", ""))
    follower = Follower.objects.filter(pk=known[1]).first() if known else None
    if follower is not None:
        take_refused(message, refused, follower)


def hand_over_all(messages: Iterable[EmailMultiAlternatives]) -> int:
    """Hand over letters that tell the same to several people; returns how many went out now.

    All are tried. Raises `NotNow` where some are to be tried again; then only those are sent that had not gone out.
    """
    sent, names, waits = 0, set(), False
    for message in messages:
        name = message.extra_headers["Message-ID"]
        names.add(name)
        if name in taken:
            continue
        answer = hand_over(message)
        waits = waits or answer == Answer.LATER
        if answer == Answer.TAKEN:
            taken.add(name)
            sent += 1
    if waits:
        raise NotNow
    taken.difference_update(names)
    return sent
