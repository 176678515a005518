"""Stories as readers see them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles.library.actions import (
    create_article,
    edit_article,
    edit_source,
    find_source,
    publish_article,
    renew_surroundings,
    withdraw_article,
)
from articles.models import Article, RelatedArticle, Story
from articles.stories.actions import join_articles, rename, take_out
from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.stories import pages as story_pages
from community.threads.stories import views as story_views


@pytest.fixture
def other(db: None) -> Article:
    cache.clear()
    article = create_article(
        title="Another report", body_html="<p>Words.</p>", source=find_source("The Post")
    )
    return publish_article(article=article)


@pytest.fixture
def story(article: Article, other: Article) -> Story:
    return join_articles(article, other)


@pytest.fixture(autouse=True)
def keep_pages(settings) -> None:
    settings.KEEP_FINISHED_PAGES = True


def page(article: Article) -> str:
    return Client().get(article.get_absolute_url()).content.decode()


def test_an_article_names_the_other_reports_of_its_study(
    story: Story, article: Article, other: Article
) -> None:
    text = page(article)
    assert "Also reported by" in text
    assert "<b>The Post</b> Another report" in text
    assert story.get_absolute_url() in text
    assert "Resting early" in page(other)


def test_an_article_without_a_story_names_nobody(article: Article, other: Article) -> None:
    assert "Also reported by" not in page(article)


def test_members_see_the_same(story: Story, article: Article, client: Client, bob: Member) -> None:
    client.force_login(bob)
    assert "Another report" in client.get(article.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "change",
    [
        lambda article, other: edit_article(article=other, title="Changed"),
        lambda article, other: withdraw_article(article=other, note="Wrong."),
        lambda article, other: edit_source(source=other.source, name="Changed", url=""),
        lambda article, other: take_out(other),
        lambda article, other: rename(other.story, "Changed"),
    ],
)
def test_a_kept_page_ends_when_its_story_changes(
    story: Story,
    article: Article,
    other: Article,
    change: Callable[[Article, Article], object],
) -> None:
    before = page(article)
    assert page(article) == before
    other.refresh_from_db()
    change(article, other)
    after = page(article)
    assert ("Another report" in after and "<b>The Post</b>" in after) is (
        "story" in change.__code__.co_names
    )


def test_counts_of_the_others_are_renewed_in_a_while(
    story: Story, article: Article, other: Article, alice: Member
) -> None:
    assert "no comments yet" in page(article)
    post_comment(thread=open_thread(other), author=alice, text="Words")
    assert "no comments yet" in page(article)
    with time_machine.travel(timezone.now() + story_views.COUNTS_KEPT + timedelta(seconds=1)):
        assert "1 comment</span>" in page(article)


def test_a_story_shows_all_discussions_together(
    story: Story, article: Article, other: Article, alice: Member
) -> None:
    post_comment(thread=open_thread(article), author=alice, text="Under the first")
    post_comment(thread=open_thread(other), author=alice, text="Under the second")
    text = Client().get(story.get_absolute_url()).content.decode()
    assert text.index("Under the first") < text.index("Under the second")
    assert "One study, 2 reports" in text
    assert "The Post: 1 comment" in text


def test_a_long_discussion_ends_with_a_link_to_the_rest(
    story: Story, article: Article, grow: Callable[..., list[Comment]]
) -> None:
    grow(story_pages.DISCUSSION_COMMENTS + 5)
    text = Client().get(story.get_absolute_url()).content.decode()
    assert text.count('<article class="comment') == story_pages.DISCUSSION_COMMENTS
    assert f"{article.get_absolute_url()}?from=21#thread" in text


def test_a_branch_that_is_longer_than_the_page_goes_on_at_the_article(
    story: Story, article: Article, thread: Thread, grow: Callable[..., list[Comment]]
) -> None:
    (root,) = grow(1)
    for _ in range(3):
        grow(20, root)
    text = Client().get(story.get_absolute_url()).content.decode()
    assert "Show 40 more replies" in text


def test_what_readers_may_not_see_is_absent(
    story: Story, article: Article, other: Article, alice: Member
) -> None:
    post_comment(thread=open_thread(other), author=alice, text="Under the second")
    withdraw_article(article=other, note="Wrong.")
    text = Client().get(story.get_absolute_url()).content.decode()
    assert "Another report" not in text
    assert "Under the second" not in text
    withdraw_article(article=article, note="Wrong.")
    assert Client().get(story.get_absolute_url()).status_code == 404
    assert Client().get("/stories/there-is-none/").status_code == 404


def test_a_story_asks_as_many_questions_for_many_articles_as_for_two(
    story: Story,
    article: Article,
    alice: Member,
    django_assert_num_queries,
) -> None:
    def fill(count: int) -> None:
        for number in range(count):
            made = create_article(title=f"Report {number}", body_html="<p>Words.</p>", story=story)
            thread = open_thread(publish_article(article=made))
            post_comment(thread=thread, author=alice, text=f"Words {number}")

    fill(2)
    Client().get(story.get_absolute_url())
    with django_assert_num_queries(4):
        Client().get(story.get_absolute_url())
    fill(8)
    with django_assert_num_queries(4):
        Client().get(story.get_absolute_url())


def test_of_very_many_reports_the_last_ones_are_links_only(
    story: Story, other: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_views, "DISCUSSIONS_SHOWN", 1)
    text = Client().get(story.get_absolute_url()).content.decode()
    assert text.count('<section class="thread"') == 1
    assert other.get_absolute_url() in text


def test_what_to_read_next_stands_at_the_end_until_it_is_withdrawn(
    article: Article, other: Article, bob: Member, client: Client
) -> None:
    assert "You might also like…" not in page(article)
    RelatedArticle.objects.create(article=article, other=other, rank=1)
    renew_surroundings([article.pk])
    text = page(article)
    assert text.index('id="post"') < text.index("You might also like…")
    assert "Another report" in text
    client.force_login(bob)
    assert "Another report" in client.get(article.get_absolute_url()).content.decode()
    withdraw_article(article=other, note="Wrong.")
    assert "Another report" not in page(article)
