"""Pages on which people read threads."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles.library.actions import (
    create_article,
    edit_article,
    find_topics,
    publish_article,
    withdraw_article,
)
from articles.library.views import LIST_LENGTH
from articles.models import Article
from community.conversations.list_views import FRONT_ARTICLES, FRONT_THREADS, FRONT_TOPICS
from community.members.models import Member
from community.threads.actions import post_comment, withdraw_comment
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.posting.submissions import Guest
from community.threads.reading.finished import KEPT_SECONDS
from community.threads.reading.heads import find_head

READER_QUERIES = 8
MEMBER_QUERIES = 15  # with what is new, whom one muted, and the news


@pytest.fixture
def reader() -> Client:
    """Somebody who only reads."""
    return Client()


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


def html(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def url(article: Article) -> str:
    return article.get_absolute_url()


def test_a_reader_gets_no_cookie(reader: Client, thread: Thread, grow) -> None:
    grow(3)
    comment = Comment.objects.first()
    for address in (
        "/",
        "/articles/",
        "/topics/",
        url(thread.article),
        f"/comments/{comment.pk}/reply/",
    ):
        response = reader.get(address)
        assert not response.cookies, address
        assert "sessionid" not in response.headers.get("Vary", "")


def test_the_opinions_line_stands_above_the_thread(reader: Client, thread: Thread, grow) -> None:
    grow(1)
    page = html(reader, url(thread.article))
    line = "The opinions expressed here are those of their writers"
    assert page.index(line) < page.index('id="comment-')


def test_a_shared_page_can_be_kept_and_asked_after(reader: Client, thread: Thread, grow) -> None:
    grow(2)
    first = reader.get(url(thread.article))
    again = reader.get(url(thread.article), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and not again.content
    assert "public" in first["Cache-Control"]


def test_a_page_that_nobody_asked_for_in_a_day_makes_room_and_is_made_again(
    reader: Client, thread: Thread
) -> None:
    key = find_head(thread.article.slug).key("oldest", 0)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        before = html(reader, url(thread.article))
        clock.shift(KEPT_SECONDS - 1)
        assert cache.get(key) is not None
        clock.shift(2)
        assert cache.get(key) is None
        assert html(reader, url(thread.article)) == before


def test_a_kept_page_is_never_stale(reader: Client, thread: Thread, alice: Member) -> None:
    page = html(reader, url(thread.article))
    assert "Brand new words" not in page
    comment = post_comment(thread=thread, author=alice, text="Brand new words").comment
    assert "Brand new words" in html(reader, url(thread.article))
    withdraw_comment(comment=comment, author=alice)
    assert "Brand new words" not in html(reader, url(thread.article))
    edit_article(article=thread.article, title="Another title")
    assert "Another title" in html(reader, url(thread.article))


def test_a_waiting_post_leaves_the_kept_page_alone(
    reader: Client, thread: Thread, gus: Guest
) -> None:
    before = reader.get(url(thread.article))["ETag"]
    post_comment(thread=thread, author=gus, text="Hello")
    assert reader.get(url(thread.article))["ETag"] == before


def test_a_kept_page_keeps_its_times_true(reader: Client, thread: Thread, alice: Member) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        post_comment(thread=thread, author=alice, text="Words")
        assert "just now" in html(reader, url(thread.article))
        clock.shift(timedelta(hours=3))
        assert "3 hours ago" in html(reader, url(thread.article))


def test_the_compressed_page_is_the_same_page(reader: Client, thread: Thread, grow) -> None:
    import gzip

    grow(5)
    plain = reader.get(url(thread.article))
    packed = reader.get(url(thread.article), headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content


def test_reading_comfort_is_filled_into_the_kept_page(reader: Client, thread: Thread) -> None:
    plain = html(reader, url(thread.article))
    assert "data-comfort-mark" not in plain and "data-theme" not in plain.split(">")[1]
    reader.cookies["comfort"] = "text:3|theme:dark|contrast:<script>"
    page = html(reader, url(thread.article))
    assert '<html lang="en" data-text="3" data-theme="dark">' in page


def test_the_queries_of_a_reader_do_not_grow(
    reader: Client, thread: Thread, grow, django_assert_max_num_queries
) -> None:
    counts = []
    for more in (10, 990):
        grow(more)
        cache.clear()
        with django_assert_max_num_queries(READER_QUERIES) as captured:
            reader.get(url(thread.article))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_queries_of_a_member_do_not_grow(
    thread: Thread, alice: Member, nadia: Member, grow, django_assert_max_num_queries
) -> None:
    client = signed_in(nadia)
    counts = []
    for more in (10, 990):
        grow(more)
        post_comment(thread=thread, author=nadia, text=f"Mine, beside {more}")
        cache.clear()
        with django_assert_max_num_queries(MEMBER_QUERIES) as captured:
            client.get(url(thread.article))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_member_sees_the_waiting_comment_in_its_place(
    thread: Thread, alice: Member, nadia: Member, grow
) -> None:
    parent = grow(1)[0]
    mine = post_comment(thread=thread, author=nadia, text="My waiting words", parent=parent).comment
    page = html(signed_in(nadia), url(thread.article))
    assert "My waiting words" in page and "usually within a day" in page
    assert page.index(f'id="comment-{parent.pk}"') < page.index(f'id="comment-{mine.pk}"')
    for other in (Client(), signed_in(alice)):
        assert "My waiting words" not in html(other, url(thread.article))


def test_only_ones_own_comments_offer_to_be_changed(
    thread: Thread, alice: Member, bob: Member
) -> None:
    comment = post_comment(thread=thread, author=alice, text="Mine").comment
    link = f"/comments/{comment.pk}/edit/"
    assert link in html(signed_in(alice), url(thread.article))
    assert link not in html(signed_in(bob), url(thread.article))
    assert link not in html(Client(), url(thread.article))
    assert signed_in(bob).get(link).status_code == 404


def test_a_draft_is_nobodys_to_read(reader: Client, db: None) -> None:
    draft = create_article(title="Not yet", body_html="<p>Words.</p>")
    assert reader.get(url(draft)).status_code == 404
    assert "Not yet" not in html(reader, "/articles/")


def test_a_withdrawn_article_says_why_and_keeps_its_thread(
    reader: Client, thread: Thread, grow
) -> None:
    grow(1)
    withdraw_article(article=thread.article, note="The study was withdrawn.")
    response = reader.get(url(thread.article))
    page = response.content.decode()
    assert response.status_code == 410
    assert "The study was withdrawn." in page and "Words 0" in page
    below = page.split('id="thread"')[1].split("</main>")[0]
    assert "People who rest early" not in page and "<form" not in below
    assert thread.article.title not in html(reader, "/articles/")


def test_the_permalink_of_a_waiting_comment_is_for_its_author(
    thread: Thread, nadia: Member
) -> None:
    mine = post_comment(thread=thread, author=nadia, text="Mine").comment
    address = f"/comments/{mine.pk}/"
    assert Client().get(address).status_code == 404
    assert signed_in(nadia).get(address).status_code == 302


@pytest.mark.parametrize("asked", ["-1", "x", "9" * 40, "999998", "1'--", "²"])
def test_a_made_up_place_in_the_thread_does_no_harm(
    reader: Client, thread: Thread, grow, asked: str
) -> None:
    grow(2)
    assert reader.get(url(thread.article), {"from": asked, "order": asked}).status_code == 200
    branch = f"{url(thread.article)}branch/1/"
    assert reader.get(branch, {"from": asked}).status_code == 200


def published(title: str) -> Article:
    return publish_article(article=create_article(title=title, body_html="<p>Words.</p>"))


def test_the_list_goes_on_by_key(reader: Client, db: None) -> None:
    for n in range(2 * LIST_LENGTH + 5):
        published(f"Title {n:02}")
    pages, address = [], "/articles/"
    while address:
        page = html(reader, address)
        pages.append([part[:8] for part in page.split('/">Title ')[1:]])
        following = page.split('href="?after=')[1].split('"')[0] if 'href="?after=' in page else ""
        address = f"/articles/?after={following}" if following else ""
    assert [len(page) for page in pages] == [LIST_LENGTH, LIST_LENGTH, 5]
    assert len({title for page in pages for title in page}) == 2 * LIST_LENGTH + 5


def test_the_front_page_shows_a_few_of_each_and_leads_to_all(
    reader: Client, db: None, alice: Member
) -> None:
    for n in range(max(FRONT_ARTICLES, FRONT_THREADS) + 1):
        thread = open_thread(published(f"Title {n}"))
        post_comment(thread=thread, author=alice, text=f"Words {n}")
    find_topics([f"Topic {n:02}" for n in range(FRONT_TOPICS + 1)])
    page = html(reader, "/")
    assert page.count("<h3><a ") == FRONT_ARTICLES + FRONT_THREADS
    assert page.count('"/topics/topic-') == FRONT_TOPICS
    assert '"/articles/">All articles' in page and '"/topics/"' in page
    assert html(reader, "/topics/").count('"/topics/topic-') == FRONT_TOPICS + 1


def test_the_front_page_shows_what_is_talked_about(reader: Client, thread: Thread, grow) -> None:
    assert "Being talked about" not in html(reader, "/")
    grow(2)
    assert "2 comments · last one" in html(reader, "/")
