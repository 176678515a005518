"""What to read next follows every change."""

from collections.abc import Callable

import pytest

from articles.library.actions import (
    create_article,
    edit_article,
    find_topics,
    publish_article,
    withdraw_article,
)
from articles.models import Article, ArticleReading, RelatedArticle, Surroundings
from articles.stories import neighbours
from articles.stories.actions import join_articles, take_out
from articles.stories.lists import next_reads
from articles.stories.neighbours import relate_articles
from articles.stories.proposing import propose_stories

SLEEP = "Sleep, naps and nights: sleepers wake and sleep badly in bedrooms with lamps. {}"
PAIN = "Aching muscles, nerves and burning skin: doctors measure pain by needles. {}"


def work() -> int:
    propose_stories()
    return relate_articles()


@pytest.fixture
def publish(db: None) -> Callable[..., Article]:
    def make(title: str, words: str = SLEEP, number: int = 0) -> Article:
        own = " ".join(f"{letter}{number}word" for letter in "abcdefghijkl")
        body = f"<p>{words.format(own)}</p>"
        return publish_article(article=create_article(title=title, body_html=body))

    return make


@pytest.fixture
def shelf(publish: Callable[..., Article]) -> list[Article]:
    """Four about sleep, four about pain."""
    return [
        publish(f"{name} {n}", words, first + n)
        for first, name, words in ((0, "Sleep", SLEEP), (4, "Pain", PAIN))
        for n in range(4)
    ]


def titles(article: Article) -> list[str]:
    article.refresh_from_db()
    return [other.title for other in next_reads(article)]


def beside(article: Article) -> int:
    row = Surroundings.objects.filter(article=article).first()
    return row.version if row else 0


def test_articles_about_the_same_come_first(shelf: list[Article]) -> None:
    assert work() == 8
    assert set(titles(shelf[0])[:3]) == {"Sleep 1", "Sleep 2", "Sleep 3"}
    assert set(titles(shelf[4])[:3]) == {"Pain 1", "Pain 2", "Pain 3"}


def test_nothing_new_is_no_work(shelf: list[Article], django_assert_max_num_queries) -> None:
    work()
    with django_assert_max_num_queries(3):
        assert relate_articles() == 0


def test_a_new_article_comes_into_the_lists_of_those_near_to_it(
    shelf: list[Article], publish: Callable[..., Article]
) -> None:
    work()
    before = [beside(article) for article in shelf]
    publish("Sleep new", SLEEP, 9)
    assert 1 < work() < 9
    assert "Sleep new" in titles(shelf[0])
    after = [beside(article) for article in shelf]
    assert after[0] > before[0]
    assert after[4:] == before[4:]


def test_a_draft_is_in_no_list_and_has_none(shelf: list[Article]) -> None:
    draft = create_article(title="Draft", body_html=shelf[0].body_html)
    work()
    assert not RelatedArticle.objects.filter(other=draft).exists()
    assert not RelatedArticle.objects.filter(article=draft).exists()


def test_a_withdrawn_article_leaves_every_list_at_once(shelf: list[Article]) -> None:
    work()
    before = beside(shelf[0])
    withdraw_article(article=shelf[1], note="Wrong.")
    assert "Sleep 1" not in titles(shelf[0])
    assert beside(shelf[0]) > before, "its kept page ended"
    work()
    assert not RelatedArticle.objects.filter(other=shelf[1]).exists()


def test_an_article_that_is_about_something_else_now_moves(shelf: list[Article]) -> None:
    work()
    body = shelf[4].body_html.replace("4word", "9word")
    edit_article(article=shelf[3], title="Pain 9", body_html=body)
    work()
    assert "Pain 9" not in titles(shelf[0])[:2]
    assert "Sleep 0" not in titles(shelf[3])[:3]


def test_another_topic_is_another_list(shelf: list[Article]) -> None:
    work()
    for article in (shelf[0], shelf[3]):
        edit_article(article=article, topics=find_topics(["Nights"]))
    work()
    assert titles(shelf[0])[0] == "Sleep 3"


def test_articles_of_its_own_story_are_not_proposed(shelf: list[Article]) -> None:
    work()
    join_articles(shelf[0], shelf[1])
    assert "Sleep 1" not in titles(shelf[0])
    work()
    assert not RelatedArticle.objects.filter(article=shelf[0], other=shelf[1]).exists()
    shelf[1].refresh_from_db()
    take_out(shelf[1])
    work()
    assert "Sleep 1" in titles(shelf[0])


def test_of_another_story_only_one_article_is_proposed(shelf: list[Article]) -> None:
    join_articles(shelf[1], shelf[2])
    work()
    assert len({"Sleep 1", "Sleep 2"} & set(titles(shelf[0]))) == 1


def test_lists_wait_until_everything_is_read(
    shelf: list[Article], publish: Callable[..., Article]
) -> None:
    work()
    publish("Sleep new", SLEEP, 9)
    assert relate_articles() == 0


def test_when_its_time_is_over_the_rest_waits(
    shelf: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "LONGEST_TIME", 0.0)
    assert work() == 0
    assert ArticleReading.objects.filter(related_at=None).count() == 8
    monkeypatch.setattr(neighbours, "LONGEST_TIME", 15.0)
    monkeypatch.setattr(neighbours, "BATCH", 3)
    assert work() == 8


def test_an_archive_of_one_has_nothing_to_read_next(publish: Callable[..., Article]) -> None:
    alone = publish("Alone")
    work()
    assert titles(alone) == []


def test_the_lists_are_read_in_one_query(shelf: list[Article], django_assert_num_queries) -> None:
    work()
    with django_assert_num_queries(1):
        assert [other.source for other in next_reads(shelf[0])]
