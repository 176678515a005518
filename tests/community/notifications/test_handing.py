"""A mailbox that takes no mail, and a server that takes none now, hold up nobody else's letter."""

import smtplib
from typing import Any
from unittest import mock

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from community.members.models import Member
from community.moderation.decisions.actions import approve_comment
from community.notifications import handing
from community.notifications.follows.actions import follower_for
from community.notifications.handing import Answer, NotNow, hand_over, hand_over_all
from community.notifications.letters.models import ReturnedLetter
from community.notifications.telling import tell_waiting_events
from community.outbox.models import OutboxEvent
from community.threads.actions import post_comment
from community.threads.models import Thread

GONE, FULL, LISTED = (550, b"5.1.1 No such user"), (452, b"Full"), (550, b"5.7.1 You are listed")


def refusing(*addresses: str, answer: tuple[int, bytes] = GONE) -> Any:
    """A mail server that refuses letters to some addresses."""
    real = EmailMultiAlternatives.send

    def send(self: EmailMultiAlternatives, *given: Any, **named: Any) -> int:
        if refused := set(self.to) & set(addresses):
            raise smtplib.SMTPRecipientsRefused(dict.fromkeys(refused, answer))
        return real(self, *given, **named)

    return mock.patch.object(EmailMultiAlternatives, "send", send)


def letter(to: str, name: str = "<x-1@site>") -> EmailMultiAlternatives:
    return EmailMultiAlternatives("Hello", "Hello", to=[to], headers={"Message-ID": name})


@pytest.mark.parametrize(
    ("trouble", "answer"),
    [
        (smtplib.SMTPRecipientsRefused({"a@people.example": GONE}), Answer.NEVER),
        (smtplib.SMTPRecipientsRefused({"a@people.example": FULL}), Answer.LATER),
        (smtplib.SMTPRecipientsRefused({"a@people.example": LISTED}), Answer.LATER),
        (smtplib.SMTPDataError(554, b"Not these words"), Answer.NEVER),
        (smtplib.SMTPDataError(421, b"Closing"), Answer.LATER),
        (smtplib.SMTPSenderRefused(550, b"Who are you", "site@people.example"), Answer.LATER),
        (smtplib.SMTPServerDisconnected("gone"), Answer.LATER),
        (ConnectionRefusedError(), Answer.LATER),
        (ValueError("a head with a line break"), Answer.NEVER),
    ],
)
def test_an_answer_is_for_good_or_for_now(trouble: Exception, answer: Answer) -> None:
    with mock.patch.object(EmailMultiAlternatives, "send", side_effect=trouble):
        assert hand_over(letter("a@people.example")) == answer


def test_letters_that_wait_are_sent_alone_the_next_time() -> None:
    letters = [letter(f"{each}@people.example", f"<x-{each}@site>") for each in "abc"]
    with refusing("b@people.example", answer=FULL), pytest.raises(NotNow):
        hand_over_all(letters)
    assert [each.to[0][0] for each in mail.outbox] == ["a", "c"]
    assert hand_over_all(letters) == 1
    assert [each.to[0][0] for each in mail.outbox] == ["a", "c", "b"]
    assert not handing.taken


def test_a_letter_that_a_members_mailbox_refuses_counts_as_returned(
    thread: Thread, nadia: Member, mo: Member
) -> None:
    comment = post_comment(thread=thread, author=nadia, text="I rest.").comment
    approve_comment(comment=comment, moderator=mo, version=1)
    with refusing(nadia.email):
        tell_waiting_events()
    assert ReturnedLetter.objects.get().follower == follower_for(nadia)
    assert not OutboxEvent.objects.filter(handled_at=None).exists()
