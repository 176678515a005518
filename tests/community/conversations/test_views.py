"""Finding and reading conversations."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from articles.library.actions import find_topics
from articles.models import Topic
from community.conversations.list_views import FRONT_CONVERSATIONS, TOPIC_CONVERSATIONS
from community.conversations.reading import LIST_LENGTH, PINNED_SHOWN
from community.members.models import Member
from community.moderation.conversations.actions import pin_conversation
from community.threads.actions import post_comment, withdraw_comment
from community.threads.models import Comment, Thread

QUERIES = 30


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


def html(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.fixture
def reader() -> Client:
    return Client()


def many(topic: Topic, alice: Member, count: int) -> list[Thread]:
    """Conversations stored quickly, the newest last."""
    from django.utils import timezone

    from community.threads.posting.storing import put_in_place, unplaced
    from community.threads.posting.verdicts import screened

    verdict = screened(alice, "Words", [])
    made = []
    for number in range(count):
        thread = Thread.objects.create(
            topic=topic, started_by=alice, last_comment_at=timezone.now()
        )
        written = {"title": f"Title {number:03}", "body": "Words", "body_html": "<p>Words</p>"}
        put_in_place(unplaced(thread, None, alice, verdict, is_opening=True, **written))
        made.append(thread)
    return made


def test_the_opening_tells_search_engines_what_the_conversation_is(
    reader: Client, begin: Any
) -> None:
    opening = begin("Early mornings", text="What do you do?")
    page = html(reader, opening.thread.get_absolute_url())
    assert f'itemref="about-thread comment-{opening.pk}"' in page
    (article,) = re.findall(
        rf'<article [^>]*id="comment-{opening.pk}".*?</article>', page, re.DOTALL
    )
    assert "itemscope" not in article.split(">")[0], "its marks are those of the thread"
    assert '<div class="words" itemprop="text"><p>What do you do?</p></div>' in article
    assert '<span itemprop="name">Alice</span>' in article and "datePublished" in article
    assert page.count('itemprop="text"') == 1


def test_a_conversation_is_read_with_its_answers(reader: Client, begin: Any, bob: Member) -> None:
    opening = begin("Early mornings", text="What do you do?")
    post_comment(thread=opening.thread, author=bob, text="The radio, very low.")
    page = html(reader, opening.thread.get_absolute_url())
    assert "<h1>Early mornings</h1>" in page and "What do you do?" in page
    assert "The radio, very low." in page and "1 comment" in page
    assert page.count('class="reply-link"') == 1, "the opening is answered by the form below"
    assert not reader.cookies


def test_the_page_is_kept_until_something_changes(
    reader: Client, begin: Any, bob: Member, django_assert_num_queries: Any
) -> None:
    cache.clear()
    opening = begin()
    url = opening.thread.get_absolute_url()
    html(reader, url)
    with django_assert_num_queries(1):
        html(reader, url)
    post_comment(thread=opening.thread, author=bob, text="New words")
    assert "New words" in html(reader, url)


def test_what_waits_is_seen_by_its_author_and_found_by_nobody(
    reader: Client, begin: Any, nadia: Member, bob: Member, mo: Member
) -> None:
    opening = begin("Hello there", author=nadia)
    url = opening.thread.get_absolute_url()
    page = html(signed_in(nadia), url)
    assert "<h1>Hello there</h1>" in page and "read" in page
    html(reader, url, 404)
    html(signed_in(bob), url, 404)
    assert "Hello there" in html(signed_in(mo), f"/moderation/comments/{opening.pk}/")


def test_a_permalink_of_an_opening_leads_to_its_page(reader: Client, begin: Any) -> None:
    opening = begin()
    response = reader.get(opening.get_absolute_url())
    assert response["Location"] == f"{opening.thread.get_absolute_url()}#comment-{opening.pk}"
    assert reader.get(f"/comments/{opening.pk}/reply/").status_code == 302


def test_a_branch_of_a_conversation_has_its_page(reader: Client, begin: Any, bob: Member) -> None:
    thread = begin().thread
    root = post_comment(thread=thread, author=bob, text="A branch").comment
    url = f"{thread.get_absolute_url()}branch/{root.number}/"
    assert "A branch" in html(reader, url)
    html(reader, f"{thread.get_absolute_url()}branch/1/", 404)


def test_guests_answer_in_a_conversation(reader: Client, begin: Any) -> None:
    thread = begin().thread
    sent = {"name": "Gus", "comment": "I listen to the birds."}
    response = reader.post(f"{thread.get_absolute_url()}comments/", sent)
    assert response.status_code == 302 and "/receipts/" in response["Location"]
    assert Comment.objects.get(author_name="Gus").thread == thread


def test_the_words_of_an_answer_come_back_when_it_is_too_late(
    reader: Client, begin: Any, alice: Member
) -> None:
    opening = begin()
    post_comment(thread=opening.thread, author=alice, text="Kept")
    withdraw_comment(comment=opening, author=alice)
    url = f"{opening.thread.get_absolute_url()}comments/"
    page = reader.post(url, {"name": "Gus", "comment": "I listen."}).content.decode()
    assert "takes no new comments" in page and "I listen." in page


def test_an_opening_that_was_taken_back_leaves_a_gap(
    reader: Client, begin: Any, alice: Member
) -> None:
    opening = begin("Gone title")
    url = opening.thread.get_absolute_url()
    post_comment(thread=opening.thread, author=alice, text="Stays")
    withdraw_comment(comment=opening, author=alice)
    page = html(reader, url)
    assert "Gone title" not in page and "took it back" in page and "Stays" in page
    assert 'id="post"' not in page


def test_the_list_begins_with_what_is_pinned_and_goes_on(
    reader: Client, topic: Topic, alice: Member, mo: Member
) -> None:
    threads = many(topic, alice, LIST_LENGTH + 2)
    pin_conversation(thread=threads[0], moderator=mo)
    page = html(reader, "/conversations/")
    assert page.index("Title 000") < page.index(f"Title {LIST_LENGTH + 1:03}")
    assert "Pinned by the moderators" in page and "Title 001" not in page
    later = html(reader, f"/conversations/?after={threads[2].pk}")
    assert "Title 001" in later and "Title 000" in later and "Title 003" not in later


def test_few_are_pinned_at_a_time(reader: Client, topic: Topic, alice: Member, mo: Member) -> None:
    threads = many(topic, alice, PINNED_SHOWN + 1)
    for thread in threads:
        pin_conversation(thread=thread, moderator=mo)
    page = html(reader, "/conversations/")
    assert page.index("Title 000") > page.index("All others")


def test_the_queries_of_a_list_do_not_grow(
    reader: Client, topic: Topic, alice: Member, django_assert_num_queries: Any
) -> None:
    many(topic, alice, 2)
    with django_assert_num_queries(3):
        html(reader, "/conversations/")
    many(topic, alice, 15)
    with django_assert_num_queries(3):
        html(reader, "/conversations/")


def test_a_topic_shows_what_is_said_and_what_is_written(
    reader: Client, topic: Topic, alice: Member, bob: Member, begin: Any
) -> None:
    many(topic, alice, TOPIC_CONVERSATIONS + 1)
    begin("Elsewhere", topic=find_topics(["Work"])[0], author=bob)
    page = html(reader, topic.get_absolute_url())
    assert page.count("Title 0") == TOPIC_CONVERSATIONS and "Elsewhere" not in page
    every = html(reader, f"{topic.get_absolute_url()}conversations/")
    assert every.count("Title 0") == TOPIC_CONVERSATIONS + 1 and "Elsewhere" not in every


def test_the_front_page_shows_a_few(reader: Client, topic: Topic, alice: Member) -> None:
    many(topic, alice, FRONT_CONVERSATIONS + 1)
    assert html(reader, "/").count("Title 0") == FRONT_CONVERSATIONS


def test_who_began_it_can_keep_it_among_members(begin: Any, alice: Member, bob: Member) -> None:
    thread = begin().thread
    url = f"{thread.get_absolute_url()}members/"
    html(signed_in(bob), url, 404)
    client = signed_in(alice)
    assert "no way back" in html(client, url)
    client.post(url)
    assert Thread.objects.get(pk=thread.pk).is_for_members


@pytest.mark.parametrize(
    "address",
    [
        "/conversations/999/",
        "/conversations/?after=x",
        "/conversations/?after=9999999999999999999999",
    ],
)
def test_an_address_that_names_nothing_is_no_error(reader: Client, db: None, address: str) -> None:
    assert reader.get(address).status_code in (200, 404)


def test_the_thread_of_an_article_is_no_conversation(reader: Client, thread: Thread) -> None:
    html(reader, f"/conversations/{thread.pk}/", 404)
    assert reader.post(f"/conversations/{thread.pk}/comments/", {"comment": "x"}).status_code == 404
