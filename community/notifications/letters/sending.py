"""Sends what waits. A letter is marked only after it was handed over.

When the worker dies in between, the letter is sent again under the same Message-ID, by which mail
programs know it. Right before, everything is looked at once more: what was withdrawn, muted or paused
meanwhile is not sent.
"""

import logging
import smtplib
from datetime import datetime, timedelta
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from community.notifications.follows.models import Follower
from community.notifications.letters.items import items_of, with_what_they_name
from community.notifications.letters.returned import take_refused
from community.notifications.letters.wanted import still_wanted
from community.notifications.letters.writing import (
    letter_of_many,
    letter_of_one,
    letter_to_confirm,
)
from community.notifications.news.models import Digest, Notification
from community.outbox.pauses import may_be_tried, postpone

logger = logging.getLogger(__name__)

BATCH = 50  # letters in one go; the worker comes back at once while there are more
# A mail server that did not answer is asked again after so long, so that all goes out soon after.
FIRST_AWAY, LONGEST_AWAY = timedelta(seconds=2), timedelta(minutes=1)
# Times a letter is tried that its receiver's server refuses for good.
REFUSALS_MAX = 3
SERVER_LEAVES = 421  # the answer of a mail server that ends the conversation (RFC 5321)
ITEMS_MAX = 50  # pieces of news in one letter; the page has the others
DIGEST_HOUR = 7  # UTC, when gathered letters are made
DIGEST_WEEKDAY = 0  # Monday, for those of a week

Mail = Notification.Mail


class Away:
    """How long this worker leaves a mail server alone that did not answer."""

    def __init__(self) -> None:
        self.until: datetime | None = None
        self.pause = FIRST_AWAY

    def is_on(self, now: datetime) -> bool:
        """Whether it is too early to ask again."""
        return self.until is not None and now < self.until

    def begin(self, now: datetime) -> None:
        """It did not answer: longer each time."""
        self.until, self.pause = now + self.pause, min(self.pause * 2, LONGEST_AWAY)

    def end(self) -> None:
        """It answered."""
        self.until, self.pause = None, FIRST_AWAY


class ServerAway(Exception):
    """The mail server cannot be reached; everything waits."""


away = Away()


def send_waiting_letters() -> int:
    """Send the letters that are due; returns how many are done with.

    One that cannot be sent waits by itself; when the server is away, all of them do, and it is asked
    again after a little while, at most a minute.
    """
    now = timezone.now()
    if away.is_on(now):
        return 0
    try:
        sent = sum(send_news(key) for key in due(Notification.objects.filter(mail=Mail.WAITING)))
        return sent + sum(send_digest(key) for key in due(Digest.objects.filter(sent_at=None)))
    except ServerAway:
        away.begin(now)
        return 0


def due(rows: QuerySet[Any]) -> list[int]:
    """Keys of the rows whose time has come, the oldest first."""
    return list(rows.filter(may_be_tried()).order_by("pk").values_list("pk", flat=True)[:BATCH])


def send_news(key: int) -> int:
    """Send one letter with one piece of news; returns 1 if it is done with, 0 if it waits."""
    (row,) = with_what_they_name([key]) or (None,)
    if row is None or row.mail != Mail.WAITING:
        return 0
    message = message_for(row)
    if message is None:
        return settle_news(row, Mail.DROPPED)
    if not handed_over(message, row):
        return 0
    return settle_news(row, Mail.SENT)


def message_for(row: Notification) -> EmailMultiAlternatives | None:
    """The letter; None where there is nothing to say any more, or nobody to say it to."""
    if row.kind == Notification.Kind.CONFIRM:
        is_asked = row.follow is not None and not row.follow.is_confirmed
        return letter_to_confirm(row.follow, f"news-{row.pk}") if is_asked and row.follow else None
    if not wants_letters(row.follower):
        return None
    items = items_of(still_wanted([row]))
    return letter_of_one(items[0]) if items else None


def wants_letters(follower: Follower) -> bool:
    """Whether there is an address that takes letters, and no pause."""
    return bool(follower.address) and not follower.is_quiet


def settle_news(row: Notification, mail: Notification.Mail) -> int:
    Notification.objects.filter(pk=row.pk, mail=Mail.WAITING).update(mail=mail)
    return 1


def send_digest(key: int) -> int:
    """Send one gathered letter; returns 1 if it is done with, 0 if it waits."""
    digest = Digest.objects.select_related("follower__member").filter(pk=key, sent_at=None).first()
    if digest is None:
        return 0
    keys = list(digest.news.order_by("pk").values_list("pk", flat=True)[:ITEMS_MAX])
    items = items_of(still_wanted(with_what_they_name(keys)))
    wanted = bool(items) and wants_letters(digest.follower)
    if wanted and not handed_over(letter_of_many(digest, items), digest):
        return 0
    with transaction.atomic():
        Digest.objects.filter(pk=digest.pk).update(sent_at=timezone.now())
        digest.news.update(mail=Mail.SENT if items else Mail.DROPPED)
    return 1


def handed_over(message: EmailMultiAlternatives, row: Notification | Digest) -> bool:
    """Hand a letter to the mail server; where that fails, it waits and is tried again.

    Raises `ServerAway` when no letter could be handed over now.
    """
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as refused:
        is_final = all(code >= 500 for code, _ in refused.recipients.values())
        if is_final:
            take_refused(message, refused, row.follower)
        return after_no(row, is_final=is_final)
    except smtplib.SMTPResponseException as answer:
        if is_about_us(answer):
            raise server_away(row, answer) from None
        return after_no(row, is_final=answer.smtp_code >= 500)
    except OSError as trouble:  # also whatever else smtplib raises
        raise server_away(row, trouble) from None
    except Exception:  # one letter that cannot be made or sent holds up no other
        logger.exception("A letter could not be sent: %s %s", type(row).__name__, row.pk)
        postpone(row)
        return False
    away.end()
    return True


def is_about_us(answer: smtplib.SMTPResponseException) -> bool:
    """Whether the server leaves, or takes nothing from this site: no matter of the letter."""
    ours = (smtplib.SMTPSenderRefused, smtplib.SMTPAuthenticationError, smtplib.SMTPConnectError)
    return answer.smtp_code == SERVER_LEAVES or isinstance(answer, ours)


def server_away(row: Notification | Digest, trouble: OSError) -> ServerAway:
    """The server cannot be used now: this letter stands back, and all wait."""
    # One line: it may be away for hours, and is asked every minute.
    logger.warning("The mail server is away; letters are sent later: %s", trouble)
    stand_back(row)
    return ServerAway()


def after_no(row: Notification | Digest, *, is_final: bool) -> bool:
    """The server does not take this letter: it is tried again later, and given up after some final answers."""
    logger.warning("A letter was not taken: %s %s", type(row).__name__, row.pk)
    if is_final and row.attempts + 1 >= REFUSALS_MAX:
        return True
    postpone(row)
    return False


def stand_back(row: Notification | Digest) -> None:
    """Let others go first for a minute: it may be this letter that the server breaks off at."""
    rows = type(row)._default_manager.filter(pk=row.pk)
    rows.update(not_before=timezone.now() + LONGEST_AWAY)


def gather_letters(now: datetime | None = None) -> int:
    """Make the gathered letters of today, and on Mondays those of the week; returns how many.

    What belongs into a letter is fixed here, in one transaction for each person: whatever happens later, the
    same letter is sent. Made twice a day, the second time has nothing left to gather.
    """
    now = now or timezone.now()
    if now.hour < DIGEST_HOUR:
        return 0
    made = gather(Mail.DAILY, Follower.How.DAILY, now)
    if now.weekday() == DIGEST_WEEKDAY:
        made += gather(Mail.WEEKLY, Follower.How.WEEKLY, now)
    return made


def gather(mail: Notification.Mail, how: Follower.How, now: datetime) -> int:
    """One letter for each person with news of a kind from before the hour."""
    until = now.replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    waiting = Notification.objects.filter(mail=mail, created_at__lt=until)
    followers = waiting.values_list("follower_id", flat=True).distinct().order_by("follower_id")
    made = 0
    for follower in list(followers):
        with transaction.atomic():
            digest = Digest.objects.create(follower_id=follower, how=how)
            rows = waiting.filter(follower=follower)
            if rows.update(mail=Mail.GATHERED, digest=digest):
                made += 1
            else:
                digest.delete()  # another worker was faster
    return made
