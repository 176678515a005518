"""What the head of the queue offers: lanes with their counts, and what the list is narrowed to."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Topic
from community.members.models import Member
from community.moderation.alerts.reading import Open
from community.moderation.lanes import APPEALS, LANE_LABELS, LANES, NOTICES
from community.moderation.queue.labels import LABELS
from community.moderation.queue.narrowing import Narrowing, narrowed
from community.moderation.queue.querysets import Totals, lane_counts, queue
from community.moderation.queue.waits import wait_in_words
from community.moderation.team.reading import read_by
from community.threads.models import Thread


@dataclass(frozen=True, slots=True)
class LaneChoice:
    """One lane as a link: how many wait in it of what else is asked for, and the longest how long."""

    label: str
    count: int
    url: str
    is_chosen: bool
    needs_care: bool = False
    oldest: str = ""


def lane_choices(narrowing: Narrowing, counted: Totals, moderator: Member) -> list[LaneChoice]:
    """All that waits, and each lane in which something waits."""
    elsewhere = replace(narrowing, begins="", lane="")
    counts = counts_of(elsewhere, moderator) if elsewhere.is_narrow else counted.lanes
    queue_url, now = reverse("queue"), timezone.now()
    everything = queue_url + elsewhere.query()
    choices = [LaneChoice("All", counts["all"], everything, not narrowing.lane)]
    for lane in LANES:
        is_chosen = lane.key == narrowing.lane
        if counts[lane.key] or is_chosen:
            url = queue_url + elsewhere.query(lane=lane.key)
            oldest = wait_until(now, counts[f"{lane.key}_since"])
            choices.append(
                LaneChoice(lane.label, counts[lane.key], url, is_chosen, lane.needs_care, oldest)
            )
    return [*choices, *rooms_that_wait(counted.open, now)]


def counts_of(narrowing: Narrowing, moderator: Member) -> dict[str, Any]:
    """What `lane_counts` counts, of a part of the queue."""
    rows = narrowed(queue().filter(read_by(moderator)).order_by(), narrowing)
    counts: dict[str, Any] = rows.aggregate(**lane_counts())
    return counts


def rooms_that_wait(found: Open, now: datetime) -> list[LaneChoice]:
    """Notices and appeals, which have rows and pages of their own; those that wait."""
    waiting = (
        (NOTICES, found.notices, found.oldest_notice, "notices"),
        (APPEALS, found.appeals, found.oldest_appeal, "appeals"),
    )
    return [
        LaneChoice(LANE_LABELS[key], count, reverse(page), False, oldest=wait_until(now, since))
        for key, count, since, page in waiting
        if count
    ]


def wait_until(now: datetime, since: datetime | None) -> str:
    """How long something has been waiting, in words; "" when nothing does."""
    return wait_in_words((now - since).total_seconds()) if since else ""


def narrow_words(narrowing: Narrowing) -> str:
    """What else the list is narrowed to, in words; "" when it is not."""
    parts = []
    if narrowing.reason:
        parts.append(f"because of “{LABELS[narrowing.reason]}”")
    if narrowing.author:
        member = Member.objects.filter(pk=narrowing.author).first()
        parts.append(f"by {member.pseudonym}" if member else "by somebody who is not here")
    if narrowing.article:
        article = Article.objects.filter(pk=narrowing.article).only("title").first()
        parts.append(f"under “{article.title}”" if article else "under an article that is not here")
    if narrowing.thread:
        thread = Thread.objects.select_related("article").filter(pk=narrowing.thread).first()
        parts.append(f"in “{thread.title}”" if thread else "in a thread that is not here")
    if narrowing.topic:
        topic = Topic.objects.filter(pk=narrowing.topic).first()
        parts.append(f"about “{topic.name}”" if topic else "about a topic that is not here")
    return " ".join(parts)
