"""The feed of an article's comments."""

from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from django.core.cache import cache
from django.test import Client

from articles.library.actions import create_article, withdraw_article
from articles.models import Article
from articles.syndication.articles import FEED_LENGTH
from community.members.models import Member
from community.moderation.decisions.actions import remove_comment
from community.syndication.comments import SUMMARY_LENGTH
from community.threads.actions import edit_comment, post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest

ADDRESS = "/feeds/articles/resting-early/comments.atom"


@pytest.fixture(autouse=True)
def _nothing_known(db: None) -> None:
    cache.clear()


def read(client: Client, address: str = ADDRESS) -> Any:
    return feedparser.parse(client.get(address).content)


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_visible_comments_are_in_it_and_no_others(
    client: Client, thread: Thread, alice: Member, nadia: Member, mo: Member, kind: str
) -> None:
    post_comment(thread=thread, author=alice, text="Rest & tea")
    post_comment(thread=thread, author=nadia, text="Waiting words")
    removed = post_comment(thread=thread, author=alice, text="Removed words").comment
    remove_comment(comment=removed, moderator=mo, version=1, ground="attack")
    found = read(client, ADDRESS.replace("atom", kind)).entries
    assert [entry.content[0].value for entry in found] == ["<p>Rest &amp; tea</p>"]
    assert found[0].author == "Alice" and found[0].title == "Alice on “Resting early”"


def test_an_entry_leads_to_its_comment_and_says_what_it_answers(
    client: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    first = post_comment(thread=thread, author=alice, text="Rest").comment
    reply = post_comment(thread=thread, author=bob, text="Thanks", parent=first).comment
    entry, answered = read(client).entries
    assert entry.link.endswith(f"/comments/{reply.pk}/")
    assert answered.id in client.get(ADDRESS).content.decode().split("in-reply-to")[1]
    edit_comment(comment=reply, author=bob, text="Thank you")
    assert read(client).entries[0].id == entry.id


def test_it_holds_the_newest_with_as_many_queries_as_for_one(
    client: Client, thread: Thread, grow: Callable, django_assert_num_queries: Callable
) -> None:
    first = grow(1)[0]
    with django_assert_num_queries(3):
        client.get(ADDRESS)
    grow(FEED_LENGTH, first)
    with django_assert_num_queries(3):
        found = read(client).entries
    assert len(found) == FEED_LENGTH and not found[-1].link.endswith(f"/{first.pk}/")


def test_long_words_are_summed_up_by_their_beginning(
    client: Client, thread: Thread, grow: Callable
) -> None:
    words = "I rested, walked and wrote down how it went. " * 20
    grow(1)
    Comment.objects.update(body=words, body_html=f"<p>{words}</p>")
    entry = read(client).entries[0]
    assert len(entry.summary) <= SUMMARY_LENGTH and words.strip() in entry.content[0].value


def test_whoever_asks_again_is_told_that_nothing_changed(
    client: Client, thread: Thread, alice: Member, django_assert_num_queries: Callable
) -> None:
    comment = post_comment(thread=thread, author=alice, text="Rest").comment
    asked = {"If-None-Match": client.get(ADDRESS)["ETag"]}
    with django_assert_num_queries(1):
        assert client.get(ADDRESS, headers=asked).status_code == 304
    edit_comment(comment=comment, author=alice, text="Rest early")
    answer = client.get(ADDRESS, headers=asked)
    assert answer.status_code == 200 and not answer.cookies


def test_an_article_without_comments_has_an_empty_one(client: Client, article: Article) -> None:
    assert read(client).bozo is False and read(client).entries == []
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'href="{ADDRESS}"' in page


def test_a_withdrawn_article_has_none_any_more(
    client: Client, thread: Thread, gus: Guest, alice: Member
) -> None:
    post_comment(thread=thread, author=alice, text="Rest")
    withdraw_article(article=thread.article, note="It was wrong.")
    assert client.get(ADDRESS).status_code == 410
    page = client.get(thread.article.get_absolute_url())
    assert page.status_code == 410 and ADDRESS not in page.content.decode()


def test_a_draft_has_none(client: Client) -> None:
    create_article(title="Not yet", body_html="<p>Words.</p>")
    assert client.get("/feeds/articles/not-yet/comments.atom").status_code == 404


def test_hostile_names_and_words_break_no_feed(
    client: Client, thread: Thread, grow: Callable
) -> None:
    grow(2)
    Comment.objects.update(author_name="<b>\x0e]]>", body="\x0f\ud7ff", body_html="<p>\x01</p>")
    assert read(client).bozo is False
    assert read(client).entries[0].author == "<b>]]>"
