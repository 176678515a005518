"""Feeds of articles: which are in it, how they are asked for, and what it costs."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from articles.library.actions import (
    create_article,
    edit_article,
    edit_topic,
    find_source,
    find_topics,
    publish_article,
    withdraw_article,
)
from articles.models import Article
from articles.syndication.answering import FRESH_SECONDS, KNOWN_SECONDS
from articles.syndication.articles import FEED_LENGTH
from common.html import ARTICLE_POLICY, sanitize

pytestmark = pytest.mark.django_db
LATEST = "/feeds/articles.atom"
BOTH = pytest.mark.parametrize("kind", ["atom", "rss"])


@pytest.fixture(autouse=True)
def _nothing_known() -> None:
    cache.clear()


def publish(title: str, **fields: Any) -> Article:
    fields = {"body_html": f"<p>{title} in words.</p>"} | fields
    return publish_article(article=create_article(title=title, **fields))


def read(client: Client, address: str) -> Any:
    return feedparser.parse(client.get(address).content)


def titles(client: Client, address: str) -> list[str]:
    return [entry.title for entry in read(client, address).entries]


@BOTH
def test_the_newest_articles_are_in_it_and_no_others(client: Client, kind: str) -> None:
    publish("Rest")
    publish("Walks")
    create_article(title="A draft", body_html="<p>Not yet.</p>")
    withdraw_article(article=publish("Taken back"), note="It was wrong.")
    assert titles(client, f"/feeds/articles.{kind}") == ["Walks", "Rest"]


@BOTH
def test_a_topic_has_its_own(client: Client, kind: str) -> None:
    publish("Rest", topics=["Sleep"])
    publish("Walks", topics=["Exercise"])
    assert titles(client, f"/feeds/topics/sleep.{kind}") == ["Rest"]
    assert client.get(f"/feeds/topics/nothing.{kind}").status_code == 404
    assert f'href="/feeds/topics/sleep.{kind}"' in client.get("/topics/sleep/").content.decode()
    assert f'href="/feeds/articles.{kind}"' in client.get("/").content.decode()


def test_it_holds_the_newest_fifty_with_as_many_queries_as_for_one(
    client: Client, django_assert_num_queries: Callable
) -> None:
    source = find_source("An institute")
    publish("Rest 0", topics=["Sleep"], source=source)
    with django_assert_num_queries(3):
        client.get(LATEST)
    for number in range(1, FEED_LENGTH + 2):
        publish(f"Rest {number}", topics=["Sleep", "Rest"], source=source)
    with django_assert_num_queries(3):
        found = titles(client, LATEST)
    assert len(found) == FEED_LENGTH == 50 and "Rest 0" not in found and "Rest 51" in found


def test_an_entry_says_who_wrote_it_under_which_terms_and_where_it_is_from(client: Client) -> None:
    source = find_source("An institute")
    assert source
    source.licence_note = "CC BY 4.0"
    source.save()
    publish("Rest", source=source, source_url="https://source.example/1")
    publish("Walks", source=source, author="Ann Lee", licence_note="With kind permission")
    walks, rest = read(client, LATEST).entries
    assert (walks.author, walks.rights) == ("Ann Lee", "With kind permission")
    assert (rest.author, rest.rights) == ("An institute", "CC BY 4.0")
    assert "https://source.example/1" in [link.href for link in rest.links]
    assert rest.link.endswith("/articles/rest/") and rest.summary == "Rest in words."
    assert rest.content[0].value == "<p>Rest in words.</p>"


def test_of_an_excerpt_no_more_than_its_beginning_goes_out(client: Client) -> None:
    article = publish("Rest", is_excerpt=True, standfirst="Why <rest> helps")
    assert article.body_html not in client.get(LATEST).content.decode()
    assert read(client, LATEST).entries[0].content[0].value == "<p>Why &lt;rest&gt; helps</p>"


def test_ids_last_and_changes_are_dated(client: Client) -> None:
    with time_machine.travel(datetime(2031, 5, 4, tzinfo=UTC), tick=False) as clock:
        article = publish("Rest")
        before = read(client, LATEST).entries[0]
        assert before.id == "tag:127.0.0.1,2031-05-04:/articles/rest/"
        clock.shift(timedelta(days=2))
        edit_article(article=article, title="Rest early")
        after = read(client, LATEST).entries[0]
    assert (after.id, after.published) == (before.id, before.published)
    assert (before.updated[:10], after.updated[:10]) == ("2031-05-04", "2031-05-06")


def test_what_xml_cannot_hold_breaks_no_feed(client: Client) -> None:
    article = publish("Rest")
    Article.objects.filter(pk=article.pk).update(
        title="Rest\x1b & ]]> <walk>", body_html="<p>\x1f\ufffe</p>"
    )
    found = read(client, LATEST)
    assert found.bozo is False and found.entries[0].title == "Rest & ]]> <walk>"


def test_hostile_bodies_break_no_feed(
    client: Client, hostile_strings: Callable[[int, int], list[str]]
) -> None:
    for number, body in enumerate(hostile_strings(11, 30)):
        publish(f"{number} {body[:80]}", body_html=sanitize(body[:5000], ARTICLE_POLICY))
    for kind in ("atom", "rss"):
        found = read(client, f"/feeds/articles.{kind}")
        assert found.bozo is False and len(found.entries) == 30


def test_whoever_asks_again_is_told_that_nothing_changed(
    client: Client, django_assert_num_queries: Callable
) -> None:
    article = publish("Rest", topics=["Sleep"])
    first = client.get(LATEST)
    asked = {"If-None-Match": first["ETag"]}
    with django_assert_num_queries(1):
        again = client.get(LATEST, headers=asked)
    assert again.status_code == 304 and not again.content and again["ETag"] == first["ETag"]
    by_date = {"If-Modified-Since": first["Last-Modified"]}
    assert client.get(LATEST, headers=by_date).status_code == 304
    edit_article(article=article, title="Rest early")
    assert client.get(LATEST, headers=asked).status_code == 200
    edit_topic(topic=find_topics(["Sleep"])[0], name="Sleeping", description="")
    assert titles(client, "/feeds/topics/sleep.atom") == ["Rest early"]


def test_a_withdrawal_is_a_change_also_for_who_asks_by_date(client: Client) -> None:
    with time_machine.travel(datetime(2031, 5, 4, tzinfo=UTC), tick=False) as clock:
        article = publish("Rest")
        publish("Walks")
        asked = {"If-Modified-Since": client.get(LATEST)["Last-Modified"]}
        clock.shift(60)
        assert client.get(LATEST, headers=asked).status_code == 304
        withdraw_article(article=article, note="It was wrong.")
        assert client.get(LATEST, headers=asked).status_code == 200


def test_it_may_be_kept_for_some_minutes_and_a_week_later_it_counts_as_new(client: Client) -> None:
    with time_machine.travel(datetime(2031, 5, 4, tzinfo=UTC), tick=False) as clock:
        publish("Rest")
        first = client.get(LATEST)
        assert first["Cache-Control"] == f"public, max-age={FRESH_SECONDS}"
        clock.shift(KNOWN_SECONDS - 1)
        assert client.get(LATEST)["Last-Modified"] == first["Last-Modified"]
        clock.shift(2)
        assert client.get(LATEST)["Last-Modified"] != first["Last-Modified"]


@pytest.mark.parametrize("address", [LATEST, "/feeds/articles.rss", "/feeds/topics/sleep.atom"])
def test_nobody_is_followed(client: Client, address: str) -> None:
    publish("Rest", topics=["Sleep"])
    answer = client.get(address)
    assert not answer.cookies and "Cookie" not in answer.headers.get("Vary", "")
    head = client.head(address)
    assert not head.content and head["ETag"] == answer["ETag"]
    kind = "atom" if "atom" in address else "rss"
    assert answer["Content-Type"] == f"application/{kind}+xml; charset=utf-8"
    assert client.post(address).status_code == 405


def test_it_is_compressed_for_who_can_read_that(client: Client) -> None:
    publish("Rest")
    plain = client.get(LATEST)
    packed = client.get(LATEST, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip" and packed.content[:2] == b"\x1f\x8b"
    assert packed["ETag"] == plain["ETag"] and packed["Vary"] == "Accept-Encoding"


def test_a_page_names_all_feeds(client: Client) -> None:
    publish("Rest", topics=["Sleep"])
    page = client.get("/feeds/").content.decode()
    for address in ("/feeds/articles.rss", "/feeds/topics/sleep.atom"):
        assert f'href="{address}"' in page
    assert 'href="/feeds/"' in client.get("/privacy/").content.decode()
