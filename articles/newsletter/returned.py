"""Mail that came back: bounces and complaints stop the newsletter to an address."""

import re

from articles.newsletter.actions import count_bounce, suppress
from articles.newsletter.links import is_ours
from articles.newsletter.models import Delivery, Subscriber, Suppression
from common.mail import read_returned
from common.mail.returned import Why

_ISSUE = re.compile(r"^<issue-\d{1,18}-(\d{1,18})-")
_SUBSCRIBER = re.compile(r"^<subscriber-(\d{1,18})-\d{1,9}-")


def take_returned(data: bytes) -> str:
    """Do what a report asks for; returns what was done, in a word: "stopped", "counted", "nothing"."""
    report = read_returned(data)
    subscriber = whose_letter(report.message_id) if report else None
    if report is None or subscriber is None:
        return "nothing"
    if report.why == Why.FOR_NOW:
        count_bounce(subscriber=subscriber)
        return "counted"
    complained = report.why == Why.COMPLAINT
    why = Suppression.Why.COMPLAINT if complained else Suppression.Why.BOUNCE
    suppress(subscriber=subscriber, why=why)
    return "stopped"


def whose_letter(message_id: str) -> Subscriber | None:
    """To whom a letter of ours went, by its Message-ID; nobody's where we did not give it."""
    if not is_ours(message_id):
        return None
    if match := _ISSUE.match(message_id):
        rows = Delivery.objects.select_related("subscriber").filter(pk=int(match[1]))
        delivery = rows.first()
        return delivery.subscriber if delivery else None
    if match := _SUBSCRIBER.match(message_id):
        return Subscriber.objects.filter(pk=int(match[1])).first()
    return None
