"""What a mail server answers, and what strangers send back, stops no letter that is wanted."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from articles.models import Delivery, Issue, Subscriber, Suppression
from articles.newsletter.actions import LETTER_EVERY, subscribe
from articles.newsletter.sending import CONFIRM_TRIED, send_newsletter
from tests.articles.newsletter.test_sending import Subscribed, failing, work

LATER = smtplib.SMTPRecipientsRefused({"gus@people.example": (450, b"Come again")})
LEAVES = smtplib.SMTPSenderRefused(421, b"Too many", "site@people.example")
NOT_YOU = smtplib.SMTPSenderRefused(530, b"Who are you", "site@people.example")


def test_an_address_whose_server_puts_us_off_is_not_stopped(
    issue: Issue, subscribed: Subscribed
) -> None:
    subscribed("gus")
    for _ in range(4):
        with failing(LATER):
            work()
        Delivery.objects.update(not_before=None)
    assert not Suppression.objects.exists()
    work()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("answer", [LEAVES, NOT_YOU])
def test_a_server_that_takes_nothing_from_us_loses_no_letter(
    issue: Issue, subscribed: Subscribed, answer: Exception
) -> None:
    for name in ("gus", "ann", "kim"):
        subscribed(name)
    with failing(answer):
        assert send_newsletter() == 0
    assert Delivery.objects.filter(state="waiting").count() == 3
    Delivery.objects.update(not_before=None)
    work()
    assert len({letter.to[0] for letter in mail.outbox}) == len(mail.outbox) == 3


def test_a_letter_to_confirm_that_is_put_off_is_tried_again(db: None) -> None:
    subscribe(address="gus@people.example", rhythm="weekly")
    with failing(LATER):
        work()
    assert not mail.outbox
    before = timezone.now() - LETTER_EVERY - timedelta(seconds=1)
    Subscriber.objects.update(letter_at=before)
    work()
    assert [letter.to for letter in mail.outbox] == [["gus@people.example"]]


def test_a_letter_to_confirm_is_not_tried_for_ever(db: None) -> None:
    subscribe(address="gus@people.example", rhythm="weekly")
    Subscriber.objects.update(agreed_at=timezone.now() - CONFIRM_TRIED - timedelta(seconds=1))
    with failing(LATER):
        work()
    assert not Subscriber.objects.exists()


def test_a_letter_that_a_server_does_not_like_holds_up_no_other(
    issue: Issue, subscribed: Subscribed
) -> None:
    subscribe(address="ann@people.example", rhythm="monthly")
    subscribed("gus")
    with failing(smtplib.SMTPDataError(554, b"No")):
        work()
    assert [letter.to for letter in mail.outbox] == [["gus@people.example"]]
