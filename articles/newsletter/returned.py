"""Mail about the newsletter: bounces and complaints stop it to an address, a wish to leave ends it."""

import re

from articles.newsletter.actions import count_bounce, suppress, unsubscribe
from articles.newsletter.links import subscriber_of
from articles.newsletter.models import Delivery, Subscriber, Suppression
from articles.proofs.letters import read_letter_name
from common.mail.returned import Returned, Why

NAME = "newsletter"  # by which a mail says that it wants to end this
_ISSUE = re.compile(r"issue-\d{1,18}")
_SUBSCRIBER = re.compile(r"subscriber-(\d{1,18})")


def take_returned(report: Returned) -> str:
    """Do what a report asks for; returns what was done, in a word: "stopped", "counted", "nothing"."""
    known = read_letter_name(report.message_id)
    if known is None:
        return "nothing"
    name, number = known
    if _ISSUE.fullmatch(name):
        return take_issue(report, number)
    if match := _SUBSCRIBER.fullmatch(name):
        return stop(report, Subscriber.objects.filter(pk=int(match[1])).first())
    return "nothing"


def take_issue(report: Returned, key: int) -> str:
    """An issue came back, or its owner complained."""
    delivery = Delivery.objects.select_related("subscriber").filter(pk=key).first()
    if delivery is None or delivery.subscriber is None:
        return "nothing"
    if report.why == Why.FOR_NOW:
        count_bounce(delivery=delivery)
        return "counted"
    return stop(report, delivery.subscriber)


def stop(report: Returned, subscriber: Subscriber | None) -> str:
    """Nothing goes there any more; a letter to confirm that is put off for now is no matter."""
    if subscriber is None or report.why == Why.FOR_NOW:
        return "nothing"
    complained = report.why == Why.COMPLAINT
    why = Suppression.Why.COMPLAINT if complained else Suppression.Why.BOUNCE
    suppress(subscriber=subscriber, why=why)
    return "stopped"


def leave_by_mail(token: str) -> str:
    """End the newsletter of whoever a token belongs to; a token that is none does nothing."""
    subscriber = subscriber_of(token)
    if subscriber is None:
        return "nothing"
    unsubscribe(subscriber=subscriber)
    return "unsubscribed"
