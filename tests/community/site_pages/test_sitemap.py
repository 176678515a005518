"""What search engines find, and what they are asked to leave alone."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from articles.library.actions import create_article, publish_article, withdraw_article
from articles.models import Article
from community.members.models import Member
from community.site_pages import sitemap
from community.site_pages.robots import DISALLOWED, is_for_everybody
from community.threads.actions import post_comment
from community.threads.models import Thread

pytestmark = pytest.mark.django_db
OWN = settings.SITE_URL
SPACE = f"{{{sitemap.NAMESPACE}}}"


def publish(title: str, **fields: Any) -> Article:
    return publish_article(article=create_article(title=title, body_html="<p>Words.</p>", **fields))


def read(client: Client, address: str = "/sitemap.xml") -> dict[str, str | None]:
    """Addresses of a sitemap, without the site's own, with when each changed."""
    xml = fromstring(client.get(address).content)
    return {
        (line.findtext(f"{SPACE}loc") or "").removeprefix(OWN): line.findtext(f"{SPACE}lastmod")
        for line in xml
    }


def test_published_articles_and_nothing_else_are_listed(client: Client) -> None:
    publish("Rest", topics=["Sleep"])
    create_article(title="A draft", body_html="<p>Not yet.</p>", topics=["Drafts"])
    withdraw_article(article=publish("Taken back"), note="It was wrong.")
    assert list(read(client, "/sitemaps/articles-1.xml")) == ["/articles/rest/"]
    assert list(read(client, "/sitemaps/topics-1.xml")) == ["/topics/sleep/"]
    assert client.get("/sitemaps/stories-1.xml").status_code == 404
    assert list(read(client)) == [
        "/sitemaps/pages.xml",
        "/sitemaps/articles-1.xml",
        "/sitemaps/topics-1.xml",
    ]


def test_every_address_in_it_can_be_opened_and_may_be_looked_at(client: Client) -> None:
    publish("Rest", topics=["Sleep"])
    found = [address for part in read(client) for address in read(client, part)]
    assert len(found) == len(sitemap.HOUSE) + 2
    for address in found:
        assert client.get(address).status_code == 200 and is_for_everybody(address), address


def test_a_list_ends_and_the_next_goes_on(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Callable
) -> None:
    assert sitemap.LIST_LENGTH == 5000
    monkeypatch.setattr(sitemap, "LIST_LENGTH", 2)
    for number in range(5):
        publish(f"Rest {number}")
    with django_assert_num_queries(5):
        lists = [address for address in read(client) if "articles" in address]
    with django_assert_num_queries(1):
        assert len(read(client, lists[0])) <= 2
    found = [address for part in lists for address in read(client, part)]
    assert found == [f"/articles/rest-{number}/" for number in range(5)]
    assert client.get("/sitemaps/articles-99.xml").status_code == 404
    assert client.get("/sitemaps/others-1.xml").status_code == 404


def test_a_change_of_the_text_or_a_comment_is_dated(
    client: Client, thread: Thread, alice: Member
) -> None:
    address = "/articles/resting-early/"
    Article.objects.update(published_at=datetime(2031, 5, 4, tzinfo=UTC))
    assert read(client, "/sitemaps/articles-1.xml")[address] == "2031-05-04T00:00:00+00:00"
    Article.objects.update(edited_at=datetime(2031, 5, 5, 1, 2, 3, 4, tzinfo=UTC))
    assert read(client, "/sitemaps/articles-1.xml")[address] == "2031-05-05T01:02:03+00:00"
    assert read(client)["/sitemaps/articles-1.xml"] == "2031-05-05T01:02:03+00:00"
    post_comment(thread=thread, author=alice, text="Rest")
    Thread.objects.update(last_comment_at=datetime(2031, 6, 1, tzinfo=UTC))
    assert read(client)["/sitemaps/articles-1.xml"] == "2031-06-01T00:00:00+00:00"


def test_engines_that_ask_again_are_told_that_nothing_changed(client: Client) -> None:
    cache.clear()
    publish("Rest")
    first = client.get("/sitemap.xml")
    assert not first.cookies and first["Content-Type"] == "application/xml"
    again = client.get("/sitemap.xml", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_robots_are_told_where_it_is_and_what_to_leave_alone(client: Client) -> None:
    said = client.get("/robots.txt").content.decode()
    assert f"\nSitemap: {OWN}/sitemap.xml\n" in said
    for path in ("/account/", "/moderation/", "/desk/", "/search/", "/receipts/", "/notices/"):
        assert f"\nDisallow: {path}\n" in said and path in DISALLOWED


@pytest.mark.parametrize("path", ["/comments/7/flag/", "/flags/x/", "/search/", "/account/login/"])
def test_pages_of_one_person_are_not_for_engines(path: str) -> None:
    assert not is_for_everybody(path)


@pytest.mark.parametrize(
    "path", ["/", "/comments/7/", "/articles/account/", "/feeds/", "/sitemap.xml"]
)
def test_pages_to_read_are(path: str) -> None:
    assert is_for_everybody(path)
