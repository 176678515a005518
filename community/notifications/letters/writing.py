"""Letters as text and HTML. Subjects say nothing about health: other people see them."""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from community.notifications.follows.links import letters_url, one_click, ways_out
from community.notifications.follows.models import Follow, Follower
from community.notifications.follows.reading import name_of
from community.notifications.letters.items import Item
from community.notifications.messages import build
from community.notifications.news.choosing import SETTINGS
from community.notifications.news.models import Digest, Notification

Kind = Notification.Kind

SUBJECTS = {
    Kind.REPLY: "Somebody answered you",
    Kind.MENTION: "Somebody mentioned you",
    Kind.BRANCH: "Something new in what you follow",
    Kind.THREAD: "Something new in what you follow",
    Kind.PERSON: "Something new in what you follow",
    Kind.TOPIC: "A new article in what you follow",
    Kind.CORRECTION: "A correction in what you follow",
    Kind.WITHDRAWAL: "A change in what you follow",
    Kind.DECISION: "A decision about your comment or your account",
    Kind.ANSWER: "An answer to your appeal",
    Kind.FLAG: "An answer to your flag",
}
GATHERED = {Follower.How.DAILY: "What was new today", Follower.How.WEEKLY: "What was new this week"}


def letter_of_one(item: Item) -> EmailMultiAlternatives:
    """A letter with one piece of news."""
    row = item.notification
    subject = f"{SUBJECTS[Kind(row.kind)]} on {settings.SITE_NAME}"
    return letter(row.follower, subject, [item], f"news-{row.pk}", SETTINGS[row.kind])


def letter_of_many(digest: Digest, items: Sequence[Item]) -> EmailMultiAlternatives:
    """A letter with what was gathered."""
    subject = f"{GATHERED[Follower.How(digest.how)]} on {settings.SITE_NAME}"
    return letter(digest.follower, subject, items, f"digest-{digest.pk}", "gathered")


def letter(
    follower: Follower, subject: str, items: Sequence[Item], name: str, setting: str
) -> EmailMultiAlternatives:
    """The letter itself; `setting` is what one click in the mail program turns off."""
    context: dict[str, object] = {
        "name": follower.name,
        "items": items,
        "shows_words": follower.shows_words,
    } | ways_out(follower)
    message = build("news", subject, follower.address, context, name, follower)
    message.extra_headers |= one_click(follower, setting)
    return message


def letter_to_confirm(follow: Follow, name: str) -> EmailMultiAlternatives:
    """Asks whoever has the address whether they want to follow something."""
    follower = follow.follower
    context: dict[str, object] = {
        "what": name_of(follow),
        "confirm_link": letters_url(follower, "letters_confirm", follow.pk),
    }
    subject = f"Please confirm that you want news from {settings.SITE_NAME}"
    return build("confirm_follow", subject, follower.email, context, name, follower)
