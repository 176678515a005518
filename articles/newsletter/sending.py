"""Sends issues in batches, to nobody twice.

A delivery is marked as being handed over, and that is committed, before the mail server hears of it. When
the worker dies in between, nobody knows whether the letter went out: it stays "not known" and is not sent again by
itself. For a newsletter, missing one is better than getting it twice; staff may send those again on purpose.
"""

import logging
import smtplib
from datetime import datetime, timedelta

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.newsletter.actions import LETTER_EVERY, suppress
from articles.newsletter.models import Delivery, Issue, Subscriber, Suppression
from articles.newsletter.writing import issue_letter, shown_articles, subscriber_letter

logger = logging.getLogger(__name__)

BATCH = 50  # letters of one go
# A worker that has been handing over for so long is dead: the mail server answers within seconds.
DEAD_AFTER = timedelta(minutes=10)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
# A letter to confirm is tried so long where it is put off: some servers take none at the first time.
CONFIRM_TRIED = timedelta(days=1)
SERVER_LEAVES = 421  # the answer of a mail server that ends the conversation (RFC 5321)
ATTEMPTS_MAX = 20  # of one letter that is put off each time: most of a day

State, Issues = Delivery.State, Issue.State


def send_newsletter() -> int:
    """Send what is due, one batch; returns how many letters are done with."""
    now = timezone.now()
    settle_dead(now)
    letters, issues = subscribers_waiting(), issues_due(now)
    if not letters and not issues:
        return 0
    try:
        with get_connection() as server:
            done = sum(send_to_subscriber(key, server) for key in letters)
            return done + sum(send_batch(issue, server, now) for issue in issues)
    except (OSError, smtplib.SMTPException):
        logger.warning("The mail server is away; the newsletter waits.")
        return 0


def subscribers_waiting() -> list[int]:
    """Subscribers who are to get a letter to confirm or to choose."""
    put_off_then = Q(letter_at__gt=timezone.now() - LETTER_EVERY)
    waiting = Subscriber.objects.exclude(letter="").exclude(put_off_then)
    waiting = waiting.order_by("letter_at", "pk")
    return list(waiting.values_list("pk", flat=True)[:BATCH])


def send_to_subscriber(key: int, server: BaseEmailBackend) -> int:
    """Send such a letter; sent twice after a fall, it has the same Message-ID."""
    subscriber = Subscriber.objects.filter(pk=key).exclude(letter="").first()
    if subscriber is None:
        return 0
    message = subscriber_letter(subscriber)
    message.connection = server
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as answer:
        if is_about_us(answer):
            raise
        return after_no(subscriber, is_for_now=any(code < 500 for code in codes_of(answer)))
    Subscriber.objects.filter(pk=key).update(letter="", letter_at=timezone.now())
    return 1


def codes_of(
    answer: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException,
) -> list[int]:
    """What a mail server answered instead of taking a letter."""
    if isinstance(answer, smtplib.SMTPRecipientsRefused):
        return [code for code, _ in answer.recipients.values()]
    return [answer.smtp_code]


def is_about_us(
    answer: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException,
) -> bool:
    """Whether the server leaves, or takes nothing from this site: no matter of the letter.

    A code that begins with 5.7 speaks of policy (RFC 3463): the site is on a list, not the address wrong.
    """
    if SERVER_LEAVES in codes_of(answer) or isinstance(answer, smtplib.SMTPSenderRefused):
        return True
    return any(words.lstrip().startswith(b"5.7.") for words in words_of(answer))


def words_of(
    answer: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException,
) -> list[bytes]:
    """In which words a mail server answered."""
    if isinstance(answer, smtplib.SMTPRecipientsRefused):
        return [words for _, words in answer.recipients.values()]
    said = answer.smtp_error
    return [said if isinstance(said, bytes) else str(said).encode()]


def after_no(subscriber: Subscriber, *, is_for_now: bool) -> int:
    """A letter to confirm is tried later, or its address forgotten; one to choose can be asked for again."""
    now = timezone.now()
    rows = Subscriber.objects.filter(pk=subscriber.pk)
    if subscriber.confirmed_at is not None:
        rows.update(letter="", letter_at=now)
    elif is_for_now and subscriber.agreed_at > now - CONFIRM_TRIED:
        rows.update(letter_at=now)
    else:
        logger.info("The address of subscriber %s takes no mail.", subscriber.pk)
        rows.filter(confirmed_at=None).delete()
    return 1


def issues_due(now: datetime) -> list[Issue]:
    """Issues that are being sent; those whose time has come are begun."""
    for issue in Issue.objects.filter(state=Issues.SCHEDULED, send_at__lte=now):
        begin_issue(issue, now)
    return list(Issue.objects.filter(state=Issues.SENDING).order_by("started_at", "pk"))


def begin_issue(issue: Issue, now: datetime) -> None:
    """Fix who gets it. One of which no article can be read any more goes back to be a draft."""
    with transaction.atomic():
        found = Issue.objects.select_for_update().get(pk=issue.pk)
        if found.state != Issues.SCHEDULED:
            return
        if not shown_articles(found):
            Issue.objects.filter(pk=found.pk).update(state=Issues.DRAFT, send_at=None)
            return
        receivers = receivers_of(found)
        Delivery.objects.bulk_create(
            [Delivery(issue=found, subscriber_id=key) for key in receivers],
            ignore_conflicts=True,
            batch_size=1_000,
        )
        Issue.objects.filter(pk=found.pk).update(state=Issues.SENDING, started_at=now)


def receivers_of(issue: Issue) -> list[int]:
    """Keys of the subscribers who get an issue."""
    ticked = {
        Subscriber.Rhythm.WEEKLY: issue.for_weekly,
        Subscriber.Rhythm.MONTHLY: issue.for_monthly,
        Subscriber.Rhythm.EACH: issue.for_each,
    }
    rhythms = [rhythm for rhythm, is_on in ticked.items() if is_on]
    found = Subscriber.objects.filter(rhythm__in=rhythms).exclude(confirmed_at=None)
    topics = list(issue.topics.values_list("pk", flat=True))
    if topics:
        found = found.filter(Q(topics=None) | Q(topics__in=topics))
    return list(found.values_list("pk", flat=True).distinct())


def send_batch(issue: Issue, server: BaseEmailBackend, now: datetime) -> int:
    """Hand over some letters of an issue; it is finished when none is left."""
    waiting = issue.deliveries.filter(state=State.WAITING)
    due = waiting.filter(Q(not_before=None) | Q(not_before__lte=now)).order_by("pk")
    done = 0
    for key in list(due.values_list("pk", flat=True)[:BATCH]):
        if not Issue.objects.filter(pk=issue.pk, state=Issues.SENDING).exists():
            return done  # paused meanwhile
        done += hand_over(key, server)
    if not issue.deliveries.filter(state__in=(State.WAITING, State.HANDING)).exists():
        finished = Issue.objects.filter(pk=issue.pk, state=Issues.SENDING)
        finished.update(state=Issues.SENT, finished_at=timezone.now())
    return done


def hand_over(key: int, server: BaseEmailBackend) -> int:
    """One letter: marked first, handed over, marked again. Whoever marks it first has it."""
    mine = Delivery.objects.filter(pk=key, state=State.WAITING)
    if not mine.update(state=State.HANDING, handed_at=timezone.now()):
        return 0
    delivery = Delivery.objects.select_related("issue", "subscriber").get(pk=key)
    if delivery.subscriber is None or delivery.subscriber.confirmed_at is None:
        return settle(delivery, State.DROPPED)
    message = issue_letter(delivery)
    message.connection = server
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as answer:
        done = after_answer(delivery, answer)  # the server said no, so it has nothing
        if is_about_us(answer):
            raise  # the next letter would fare no better
        return done
    except (OSError, smtplib.SMTPException):
        settle(delivery, State.UNKNOWN)  # it broke off, and may have taken it
        raise
    return settle(delivery, State.SENT)


def after_answer(
    delivery: Delivery, answer: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException
) -> int:
    """The server does not take the letter: for now, or for good. Only an address that it refuses is stopped.

    What is put off is no bounce: many servers put off the first letters of whoever they do not know.
    """
    assert delivery.subscriber is not None
    if is_about_us(answer) or any(code < 500 for code in codes_of(answer)):
        return put_off(delivery)
    settle(delivery, State.REFUSED)
    if isinstance(answer, smtplib.SMTPRecipientsRefused):
        suppress(subscriber=delivery.subscriber, why=Suppression.Why.BOUNCE)
    return 1


def put_off(delivery: Delivery) -> int:
    """Try again later, after a longer pause each time; in the end no more."""
    if delivery.attempts + 1 >= ATTEMPTS_MAX:
        return settle(delivery, State.REFUSED)
    pause = min(FIRST_PAUSE * 2 ** min(delivery.attempts, 10), LONGEST_PAUSE)
    Delivery.objects.filter(pk=delivery.pk, state=State.HANDING).update(
        state=State.WAITING, attempts=delivery.attempts + 1, not_before=timezone.now() + pause
    )
    return 0


def settle(delivery: Delivery, state: Delivery.State) -> int:
    Delivery.objects.filter(pk=delivery.pk, state=State.HANDING).update(state=state)
    return 1


def settle_dead(now: datetime) -> None:
    """What a dead worker was handing over is not known."""
    lost = Delivery.objects.filter(state=State.HANDING, handed_at__lt=now - DEAD_AFTER)
    lost.update(state=State.UNKNOWN)
