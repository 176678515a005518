"""Feeds are visited politely, bring what is new, and are paused when they fail again and again."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.utils import timezone

from articles.models import Article, Source, SourceChange
from common.net import Fetched, FetchFailed, FetchRefused
from community.desk.models import DeskRun
from community.desk.runs.working import work_on_runs
from community.desk.sources import polling
from community.desk.sources.actions import add_source, edit_source, resume_feed, visit_soon
from community.desk.sources.polling import FAILURES_MAX, PAUSE, visit_due_feeds
from community.members.models import Member

FEED = "https://harbour.example/feed"
# Plain text stands for a feed: which formats there are is tested beside them.
NEWS = b"Warm baths in the morning\n\nThirty people bathed for ten minutes before breakfast.\n"


class Site:
    """A feed that answers what it is told to, and remembers how it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answer: Fetched | Exception = self.new(NEWS)

    def new(self, content: bytes, **given: Any) -> Fetched:
        return Fetched(content=content, address=FEED, content_type="text/plain", **given)

    def fetch(self, address: str, **given: Any) -> Fetched:
        self.asked.append({"address": address} | given)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Any) -> Site:
    settings.DATA_DIR = tmp_path
    site = Site()
    monkeypatch.setattr(polling, "fetch", site.fetch)
    return site


@pytest.fixture
def source(stefan: Member) -> Source:
    return add_source(editor=stefan, name="Harbour News", feed_url=FEED)


@pytest.fixture
def visit(source: Source, site: Site) -> Callable[[], Source]:
    """Visit the feed now, and let what it brings be stored."""

    def work() -> Source:
        Source.objects.update(feed_next_at=timezone.now())
        assert visit_due_feeds() == 1
        while work_on_runs():
            pass
        source.refresh_from_db()
        return source

    return work


def test_what_is_new_in_a_feed_comes_as_drafts(visit: Any) -> None:
    visit()
    article = Article.objects.get()
    assert (article.state, article.source.name) == ("draft", "Harbour News")
    assert DeskRun.objects.get().state == "finished"


def test_a_source_may_publish_straight_away(visit: Any, source: Source, stefan: Member) -> None:
    edit_source(source=source, editor=stefan, feed_publishes=True)
    visit()
    assert Article.objects.get().is_published


def test_a_second_visit_with_the_same_news_leaves_no_run(visit: Any) -> None:
    visit()
    visit()
    assert (Article.objects.count(), DeskRun.objects.count()) == (1, 1)


def test_what_changed_since_readers_can_see_it_waits_for_staff(
    visit: Any, site: Site, source: Source, stefan: Member
) -> None:
    edit_source(source=source, editor=stefan, feed_publishes=True)
    visit()
    site.answer = site.new(NEWS.replace(b"ten", b"twelve"))
    visit()
    assert "ten minutes" in Article.objects.get().body_html
    assert "twelve minutes" in SourceChange.objects.get().body_html
    visit()
    assert DeskRun.objects.count() == 2, "it waits already"


def test_a_draft_takes_over_what_changed(visit: Any, site: Site) -> None:
    visit()
    site.answer = site.new(NEWS.replace(b"ten", b"twelve"))
    visit()
    assert "twelve minutes" in Article.objects.get().body_html
    assert not SourceChange.objects.exists()


def test_the_site_is_told_what_was_last_seen(visit: Any, site: Site) -> None:
    site.answer = site.new(NEWS, etag='"a1"', modified="Mon, 02 Mar 2026 10:00:00 GMT")
    visit()
    site.answer = site.new(b"", status=304)
    source = visit()
    asked = site.asked[-1]
    assert (asked["etag"], asked["modified"]) == ('"a1"', "Mon, 02 Mar 2026 10:00:00 GMT")
    assert source.feed_etag == '"a1"', "kept, for a 304 says nothing of it"
    assert DeskRun.objects.count() == 1


def test_pauses_are_spread_by_chance(visit: Any) -> None:
    pauses = set()
    for _ in range(5):
        source = visit()
        pauses.add(source.feed_next_at - source.feed_visited_at)
    assert len(pauses) == 5
    assert all(PAUSE * 0.79 < pause < PAUSE * 1.21 for pause in pauses)


def test_pauses_grow_while_it_fails_and_shrink_when_it_works(visit: Any, site: Site) -> None:
    good, site.answer = site.answer, FetchFailed("The site does not answer.")
    pauses = []
    for _ in range(4):
        source = visit()
        pauses.append(source.feed_next_at - source.feed_visited_at)
    assert all(later > sooner for sooner, later in pairwise(pauses))
    assert (source.feed_failures, source.feed_note) == (4, "The site does not answer.")
    site.answer = good
    source = visit()
    assert (source.feed_failures, source.feed_note) == (0, "")


def test_a_time_that_the_site_names_is_kept_to(visit: Any, site: Site) -> None:
    site.answer = FetchFailed("Too many questions.", retry_after=3 * 24 * 3600.0)
    source = visit()
    assert source.feed_next_at - source.feed_visited_at > timedelta(days=2, hours=23)


def test_a_feed_that_fails_again_and_again_is_paused_with_a_note(
    visit: Any, site: Site, stefan: Member
) -> None:
    good, site.answer = site.answer, FetchRefused("This address leads into a private network.")
    for _ in range(FAILURES_MAX):
        source = visit()
    assert source.feed_paused_at and "private network" in source.feed_note
    Source.objects.update(feed_next_at=timezone.now())
    assert visit_due_feeds() == 0
    resume_feed(source=source, editor=stefan)
    site.answer = good
    source = visit()
    assert source.feed_paused_at is None and Article.objects.count() == 1


def test_a_feed_that_is_gone_for_good_is_paused_at_once(visit: Any, site: Site) -> None:
    site.answer = FetchFailed("It is gone for good.", status=410)
    assert visit().feed_paused_at is not None


def test_what_is_no_feed_is_a_failure_in_words(visit: Any, site: Site) -> None:
    site.answer = site.new(b"\x00\x01")
    assert visit().feed_note.endswith(".")


def test_only_one_of_two_workers_goes(source: Source, site: Site) -> None:
    assert (polling.visit(source.pk), polling.visit(source.pk), len(site.asked)) == (1, 0, 1)


def test_another_address_begins_anew(visit: Any, site: Site, stefan: Member) -> None:
    site.answer = site.new(NEWS, etag='"a1"')
    source = edit_source(source=visit(), editor=stefan, feed_url=FEED + "2")
    assert (source.feed_etag, source.feed_next_at <= timezone.now()) == ("", True)
    assert visit_due_feeds() == 1 and site.asked[-1]["address"] == FEED + "2"


def test_somebody_may_ask_for_a_visit_now(visit: Any, site: Site, stefan: Member) -> None:
    source = visit()
    assert visit_due_feeds() == 0
    visit_soon(source=source, editor=stefan)
    assert visit_due_feeds() == 1
