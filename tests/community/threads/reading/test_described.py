"""Article pages as search engines and previews of links read them."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from articles.library.actions import withdraw_article
from articles.models import Article
from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.models import Thread
from community.threads.posting.submissions import Guest


@pytest.fixture(autouse=True)
def _nothing_kept(db: None) -> None:
    cache.clear()


def html(client: Client, address: str = "/articles/resting-early/") -> str:
    return client.get(address).content.decode()


def block(page: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    told: dict[str, Any] = json.loads(found)
    return told


def test_the_page_says_what_the_article_is_and_how_many_comments_it_has(
    client: Client, thread: Thread, grow: Callable
) -> None:
    assert block(html(client))["commentCount"] == 0
    grow(2)
    told = block(html(client))
    assert (told["headline"], told["commentCount"]) == ("Resting early", 2)
    assert "\\u0000" not in html(client)


def test_the_discussion_and_its_comments_are_told_where_they_stand(
    client: Client, thread: Thread, alice: Member, bob: Member, gus: Guest
) -> None:
    first = post_comment(thread=thread, author=alice, text="Rest helps me").comment
    post_comment(thread=thread, author=bob, text="Me too", parent=first)
    post_comment(thread=thread, author=gus, text="Waiting words")
    page = html(client)
    assert 'itemtype="https://schema.org/DiscussionForumPosting"' in page
    assert 'itemref="about-thread"' in page and 'id="about-thread"' in page
    assert page.count('itemprop="comment" itemscope itemtype="https://schema.org/Comment"') == 2
    assert '<span itemprop="name">Alice</span>' in page
    assert '<div class="words" itemprop="text"><p>Rest helps me</p></div>' in page
    assert f'<link itemprop="parentItem" href="/comments/{first.pk}/">' in page
    assert 'itemprop="dateCreated datePublished"' in page


def test_ones_own_waiting_words_are_told_to_no_engine(
    client: Client, thread: Thread, nadia: Member
) -> None:
    post_comment(thread=thread, author=nadia, text="Waiting words")
    client.force_login(nadia)
    page = html(client)
    assert "Waiting words" in page and 'itemprop="comment"' not in page


def test_a_withdrawn_article_is_described_to_nobody(client: Client, thread: Thread) -> None:
    withdraw_article(article=thread.article, note="It was wrong.")
    answer = client.get(thread.article.get_absolute_url())
    page = answer.content.decode()
    assert answer.status_code == 410 and "It was wrong." in page
    assert not any(word in page for word in ("ld+json", "schema.org", "og:title", "oembed"))


def test_a_link_to_it_has_a_title_a_text_and_a_date_elsewhere(
    client: Client, article: Article
) -> None:
    page = html(client)
    for tag in (
        '<meta property="og:title" content="Resting early">',
        '<meta property="og:type" content="article">',
        '<meta property="og:site_name" content="Common Thread">',
        '<meta name="twitter:title" content="Resting early">',
        '<meta name="twitter:card" content="summary_large_image">',
        '<meta property="article:published_time" content="20',
        f'<meta property="og:description" content="{article.excerpt}">',
    ):
        assert tag in page, tag
    images = re.findall(r'property="og:image" content="([^"]+)"', page)
    assert images == ["http://127.0.0.1:8000/static/img/social.png"]


def test_the_address_of_a_comment_says_where_to_ask_about_it(
    client: Client, thread: Thread, alice: Member
) -> None:
    comment = post_comment(thread=thread, author=alice, text="Rest").comment
    link = client.get(comment.get_absolute_url())["Link"]
    address = re.fullmatch(r'<([^>]+)>; rel="alternate"; type="application/json\+oembed"', link)
    assert address and client.get(address[1]).json()["author_name"] == "Alice"
