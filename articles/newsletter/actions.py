"""Subscribing, confirming, choosing, ending; composing an issue. Who may compose is decided by the callers."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from articles.keeping.batches import change_in_batches, delete_in_batches
from articles.library.models import SLUG_MAX, Article, Topic
from articles.newsletter.links import address_hashes
from articles.newsletter.models import (
    TEASER_MAX,
    Delivery,
    Issue,
    IssueArticle,
    Subscriber,
    Suppression,
)
from common.proofs import new_salt
from common.text import excerpt, slugify_title

# The words somebody agrees to; change the name with the words on the form.
AGREED_TO = "2026-11"
# Between two letters that a stranger may cause to go to one address.
LETTER_EVERY = timedelta(minutes=10)
# Issues in a row that may come back for now before nothing goes there any more.
BOUNCES_MAX = 3

State = Issue.State


class NotEditable(Exception):
    """An issue that is being sent, or was, stays as it is."""


def subscribe(*, address: str, rhythm: str, topics: Sequence[Topic] = ()) -> None:
    """Ask for the newsletter: the owner of the address is asked by letter.

    Whoever is subscribed gets a letter with a link to their choices instead; nothing changes before they
    use it. An address that bounced or complained gets nothing: it has to be confirmed to us otherwise.
    """
    address = address.strip().lower()
    now = timezone.now()
    with transaction.atomic():
        if Suppression.objects.filter(address_hash__in=address_hashes(address)).exists():
            return
        fields = {"salt": new_salt(), "agreed_at": now, "agreed_to": AGREED_TO, "rhythm": rhythm}
        Subscriber.objects.get_or_create(email=address, defaults=fields)
        found = Subscriber.objects.select_for_update().get(email=address)
        if found.letter or (found.letter_at and found.letter_at > now - LETTER_EVERY):
            return
        if found.confirmed_at is None:
            found.rhythm, found.agreed_at = rhythm, now
            found.topics.set(topics)
        is_asked = found.confirmed_at is None
        found.letter = Subscriber.Letter.CONFIRM if is_asked else Subscriber.Letter.PREFERENCES
        found.letters = F("letters") + 1
        found.save(update_fields=["rhythm", "agreed_at", "letter", "letters"])


def confirm(*, subscriber: Subscriber) -> None:
    """The owner of the address says yes."""
    rows = Subscriber.objects.filter(pk=subscriber.pk, confirmed_at=None)
    rows.update(confirmed_at=timezone.now(), letter="")


def choose(*, subscriber: Subscriber, rhythm: str, topics: Sequence[Topic]) -> None:
    """Another rhythm, other topics; no topics mean all."""
    with transaction.atomic():
        Subscriber.objects.filter(pk=subscriber.pk).update(rhythm=rhythm)
        subscriber.topics.set(topics)


def unsubscribe(*, subscriber: Subscriber) -> None:
    """End it: the address is deleted. Counted with the last issue that went there, without a name."""
    with transaction.atomic():
        last = subscriber.deliveries.filter(state=Delivery.State.SENT).aggregate(last=Max("issue"))
        Issue.objects.filter(pk=last["last"]).update(unsubscribed=F("unsubscribed") + 1)
        subscriber.deliveries.filter(state=Delivery.State.WAITING).update(
            state=Delivery.State.DROPPED
        )
        subscriber.delete()


def forget_address(*, address: str) -> None:
    """Delete a subscriber by the address."""
    for subscriber in Subscriber.objects.filter(email=address.strip().lower()):
        unsubscribe(subscriber=subscriber)


def forget_unconfirmed(*, before: datetime) -> int:
    """Delete those who agreed before a moment and did not confirm; returns how many."""
    return delete_in_batches(Subscriber.objects.filter(confirmed_at=None, agreed_at__lt=before))


def forget_deliveries(*, before: datetime) -> int:
    """Forget to whom issues went whose sending ended before a moment; how many went stays. Returns how many."""
    gone = Delivery.objects.filter(issue__finished_at__lt=before).exclude(subscriber=None)
    return change_in_batches(gone, subscriber=None)


def suppress(*, subscriber: Subscriber, why: str) -> None:
    """Send nothing there any more, and delete the address itself."""
    with transaction.atomic():
        key = address_hashes(subscriber.email)[0]
        Suppression.objects.get_or_create(address_hash=key, defaults={"why": why})
        subscriber.deliveries.filter(state=Delivery.State.WAITING).update(
            state=Delivery.State.DROPPED
        )
        subscriber.delete()


def count_bounce(*, delivery: Delivery) -> None:
    """An issue came back for now; after some in a row nothing goes there any more.

    An issue counts once, however often its way is reported. One that did not come back ends the row, and who
    subscribes anew begins anew. Newer issues are not looked at: their reports may still be on the way.
    """
    with transaction.atomic():
        Delivery.objects.filter(pk=delivery.pk).update(came_back=True)
        sent = Delivery.objects.filter(subscriber=delivery.subscriber, state=Delivery.State.SENT)
        newest = sent.filter(came_back=True).order_by("-pk").first()
        if newest is None or delivery.subscriber is None:
            return
        row = sent.filter(pk__lte=newest.pk).order_by("-pk").values_list("came_back", flat=True)
        last = list(row[:BOUNCES_MAX])
        if len(last) == BOUNCES_MAX and all(last):
            suppress(subscriber=delivery.subscriber, why=Suppression.Why.BOUNCE)


# --- composing ---------------------------------------------------------------------------------


def create_issue(*, title: str, **fields: Any) -> Issue:
    """A new draft."""
    subject = fields.pop("subject", "") or title
    return Issue.objects.create(title=title, subject=subject, slug=free_slug(title), **fields)


def free_slug(title: str) -> str:
    """A slug that no issue has yet."""
    base = slugify_title(title, max_length=SLUG_MAX - 6) or "issue"
    taken = set(Issue.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def editable(issue: Issue) -> Issue:
    """The issue, locked for a change. Raises `NotEditable`."""
    found = Issue.objects.select_for_update().get(pk=issue.pk)
    if not found.is_editable:
        raise NotEditable("This issue is being sent, or was sent, and stays as it is.")
    return found


def change_issue(*, issue: Issue, topics: Sequence[Topic] | None = None, **fields: Any) -> Issue:
    """Change the words of a draft and who gets it."""
    with transaction.atomic():
        found = editable(issue)
        for name, value in fields.items():
            setattr(found, name, value)
        found.save(update_fields=list(fields) or None)
        if topics is not None:
            found.topics.set(topics)
    return found


def pick_article(*, issue: Issue, article: Article) -> IssueArticle:
    """Put an article at the end of a draft. Picked twice it stands there once."""
    with transaction.atomic():
        editable(issue)
        last = issue.picked.aggregate(last=Max("position"))["last"]
        teaser = excerpt(article.standfirst or article.excerpt, TEASER_MAX)
        defaults = {"position": (last or 0) + 1, "teaser": teaser}
        return IssueArticle.objects.get_or_create(issue=issue, article=article, defaults=defaults)[
            0
        ]


def drop_article(*, issue: Issue, picked: IssueArticle) -> None:
    """Take an article out of a draft."""
    with transaction.atomic():
        editable(issue)
        picked.delete()


def order_articles(*, issue: Issue, keys: Sequence[int]) -> None:
    """Bring the articles of a draft into an order; what is not named comes after, as it was."""
    with transaction.atomic():
        editable(issue)
        rows = list(issue.picked.all())
        places = {key: place for place, key in enumerate(keys)}
        rows.sort(key=lambda row: places.get(row.pk, len(places) + row.position))
        for position, row in enumerate(rows, 1):
            row.position = position
        IssueArticle.objects.bulk_update(rows, ["position"])


def move_article(*, issue: Issue, picked: IssueArticle, by: int) -> None:
    """Move an article up (-1) or down (1)."""
    keys = list(issue.picked.values_list("pk", flat=True))
    here = keys.index(picked.pk)
    there = max(0, min(len(keys) - 1, here + by))
    keys[here], keys[there] = keys[there], keys[here]
    order_articles(issue=issue, keys=keys)


def say_about(*, issue: Issue, teasers: dict[int, str]) -> None:
    """What stands below the title of each article, by key."""
    with transaction.atomic():
        editable(issue)
        rows = list(issue.picked.filter(pk__in=teasers))
        for row in rows:
            row.teaser = teasers[row.pk]
        IssueArticle.objects.bulk_update(rows, ["teaser"])


def schedule_issue(*, issue: Issue, at: datetime | None) -> Issue:
    """Send it at a time (now, where that is over), or keep it as a draft (None)."""
    state = State.DRAFT if at is None else State.SCHEDULED
    return change_issue(issue=issue, send_at=at, state=state)


def pause_issue(*, issue: Issue) -> bool:
    """Hand over nothing more of it until it goes on; returns whether it was being sent."""
    return bool(Issue.objects.filter(pk=issue.pk, state=State.SENDING).update(state=State.PAUSED))


def resume_issue(*, issue: Issue) -> bool:
    """Go on."""
    return bool(Issue.objects.filter(pk=issue.pk, state=State.PAUSED).update(state=State.SENDING))


def send_unknown_again(*, issue: Issue) -> int:
    """Hand over once more what nobody knows of whether it went out, under the same names; how many."""
    with transaction.atomic():
        again = issue.deliveries.filter(state=Delivery.State.UNKNOWN).exclude(subscriber=None)
        count = again.update(state=Delivery.State.WAITING)
        if count:
            done = Issue.objects.filter(pk=issue.pk, state=State.SENT)
            done.update(state=State.SENDING, finished_at=None)
    return count
