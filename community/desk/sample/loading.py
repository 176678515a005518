"""Letting the sample community live once more, day by day, through the product's own actions."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from articles.library.actions import edit_topic, find_topics
from community.desk.sample.acts import act_on
from community.desk.sample.clock import clock_at
from community.desk.sample.company import keep_company
from community.desk.sample.conversing import Step, steps
from community.desk.sample.people import create_people
from community.desk.sample.publishing import publish_sample
from community.desk.sample.reading import read_articles, read_blocked_words, read_topics
from community.desk.sample.speaking import post, store_visible
from community.desk.sample.stage import Stage
from community.desk.sample.state import has_real_content, is_loaded
from community.desk.sample.timeline import Event, timeline
from community.outbox.models import OutboxEvent
from community.yardsticks.models import BlockedTerm

Outcome = BlockedTerm.Outcome


class HoldsRealContent(Exception):
    """The database holds an article, a comment or a member that is not of the sample."""


def load() -> bool:
    """Load the sample community, whole or not at all; returns False when it was here already.

    Raises `HoldsRealContent`: invented words never stand among those of real people.
    """
    with transaction.atomic():
        if has_real_content():
            raise HoldsRealContent
        if is_loaded():
            return False
        live(timezone.now())
    return True


def live(now: datetime) -> None:
    """Store everything, the oldest first, each at its own time."""
    store_blocked_words()
    stage = Stage(now, people=create_people(now), topics=store_topics())
    happenings: list[Step] = [
        (group[-1].ago, partial(happen, stage, group)) for group in timeline(read_articles())
    ]
    for ago, step in sorted([*happenings, *steps(stage)], key=lambda each: -each[0]):
        with clock_at(now - ago):
            step()
    keep_company(stage)
    tell_nobody(now)


def store_topics() -> dict[str, str]:
    """Store the topics with their sentences; gives the name under each key."""
    names = {}
    for words in read_topics():
        topic = find_topics([words.name])[0]
        edit_topic(topic=topic, name=words.name, description=words.description)
        names[words.key] = words.name
    return names


def store_blocked_words() -> None:
    """Put a few words on the staff's list, where it does not have them yet."""
    words = read_blocked_words()
    for outcome, terms in ((Outcome.HOLD, words.hold), (Outcome.REFUSE, words.refuse)):
        for term in terms:
            BlockedTerm.objects.get_or_create(term=term, defaults={"outcome": outcome})


def happen(stage: Stage, group: list[Event]) -> None:
    """Store one group of the timeline."""
    first = group[0]
    if first.comment is None:
        publish_sample(stage, first.article)
    elif first.act is not None:
        act_on(stage, first.article, first.comment, first.act)
    elif first.comment.is_screened:
        post(stage, first.article, first.comment)
    else:
        run = [event.comment for event in group if event.comment]
        store_visible(stage, first.article, run)


def tell_nobody(now: datetime) -> None:
    """All of it is old news: no mail goes out about it."""
    OutboxEvent.objects.filter(handled_at=None).update(handled_at=now)
