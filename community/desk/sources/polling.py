"""Visiting feeds: politely, seldom, and no more after they failed again and again.

A visit says what was last seen (ETag, Last-Modified), so that a site with nothing new answers in
a few bytes. After a failure the pause doubles, and a site that names a time itself is not asked
before. Pauses are spread by chance, so that many feeds do not fall on one moment.
"""

import random
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from articles.importing import formats
from articles.importing.reading import Document
from articles.importing.records import ParsedArticle, ParseError
from articles.importing.storing import (
    Outcome,
    find_article,
    fingerprint,
    outcome_for,
)
from articles.importing.whole import read_whole
from articles.library.models import MARK_MAX
from articles.models import Source
from common.net import Fetched, FetchRules, NotFetched, fetch
from community.desk.models import DeskRun
from community.desk.runs.actions import Upload, start_run
from community.desk.runs.reading import from_feed
from community.desk.sources.actions import pause_feed, store

PAUSE = timedelta(minutes=30)  # between visits of a feed that works: news of an illness can wait
LONGEST_PAUSE = timedelta(days=1)
SPREAD = 0.2  # of a pause, by chance, earlier or later
FAILURES_MAX = 8  # in a row, over about three days; then somebody has to look
GONE = 410  # the site says that it will never come back

PAUSED = "Paused after {count} visits that failed. The last one: {reason}"


def visit_due_feeds() -> int:
    """Visit the feeds that are due, one after the other; returns how many."""
    due = Source.objects.exclude(feed_url="").filter(
        feed_paused_at=None, feed_next_at__lte=timezone.now()
    )
    keys = list(due.order_by("feed_next_at").values_list("pk", flat=True))
    return sum(visit(key) for key in keys)


def visit(key: int) -> int:
    """Visit one feed, unless another worker does; returns 1 if it was visited."""
    # Whoever moves the next visit ahead is the one who goes.
    taken = Source.objects.filter(pk=key, feed_next_at__lte=timezone.now()).update(
        feed_next_at=timezone.now() + PAUSE
    )
    source = Source.objects.filter(pk=key).exclude(feed_url="").first()
    if not taken or source is None:
        return 0
    try:
        rules = FetchRules(site_address=settings.SITE_URL)
        found = fetch(
            source.feed_url,
            etag=source.feed_etag,
            modified=source.feed_modified,
            rules=rules,
        )
        if not found.not_modified:
            bring_news(source, found)
    except (NotFetched, ParseError) as trouble:
        after_failure(source, trouble)
    else:
        after_success(source, found)
    return 1


def bring_news(source: Source, found: Fetched) -> DeskRun | None:
    """Begin a run with the feed if anything in it is new or changed. Raises ParseError."""
    document = Document(found.address, found.content, found.address)
    module = formats.choose(document.data, document.name)
    if not any(is_news(from_feed(each, source)) for each in read_whole(module, document).articles):
        return None
    waiting = DeskRun.objects.filter(feed=source, state__in=("reading", "storing"))
    if waiting.exists():
        return None
    feed = Upload(source.feed_url, [found.content], fetched_from=found.address)
    return start_run(editor=None, uploads=[feed], feed=source)


def is_news(parsed: ParsedArticle) -> bool:
    """Whether an article is not here yet, or in other words."""
    mark = fingerprint(parsed)
    article = find_article(parsed, mark)
    outcome = outcome_for(article, parsed, mark)
    if article and article.source_changes.filter(fingerprint=mark).exists():
        return False  # it waits for staff already
    return outcome != Outcome.UNCHANGED


def after_success(source: Source, found: Fetched) -> None:
    """Remember what was seen, and when to come again."""
    changes = {
        "feed_failures": 0,
        "feed_note": "",
        "feed_visited_at": timezone.now(),
        "feed_next_at": timezone.now() + spread(PAUSE),
    }
    if not found.not_modified:
        changes |= {
            "feed_etag": found.etag if len(found.etag) <= MARK_MAX else "",
            "feed_modified": found.modified if len(found.modified) <= MARK_MAX else "",
        }
    store(source, **changes)


def after_failure(source: Source, trouble: NotFetched | ParseError) -> None:
    """Come again later, later each time, and in the end no more until somebody looked."""
    failures = source.feed_failures + 1
    asked = timedelta(seconds=getattr(trouble, "retry_after", None) or 0)
    pause = min(max(spread(PAUSE * 2**failures), asked), max(LONGEST_PAUSE, asked))
    store(
        source,
        feed_failures=failures,
        feed_note=trouble.reason,
        feed_visited_at=timezone.now(),
        feed_next_at=timezone.now() + pause,
    )
    if failures >= FAILURES_MAX or getattr(trouble, "status", None) == GONE:
        note = PAUSED.format(count=failures, reason=trouble.reason)
        pause_feed(source=source, editor=None, note=note)


def spread(pause: timedelta) -> timedelta:
    """The pause, up to a fifth shorter or longer."""
    return pause * random.uniform(1 - SPREAD, 1 + SPREAD)  # noqa: S311 - nobody gains by guessing
