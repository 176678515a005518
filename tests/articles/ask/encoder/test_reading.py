"""What the worker lets the encoder read, and when a question is compared with it. Without the weights."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from articles.ask import answering
from articles.ask.encoder import reading
from articles.ask.encoder.likeness import Likeness
from articles.ask.encoder.models import ArticleEmbedding
from articles.library.actions import (
    create_article,
    edit_article,
    keep_from_answers,
    publish_article,
    withdraw_article,
)
from articles.models import Article

HEAT = "<p>Forty people sat in warm water twice a week. Their stiffness fell by a third.</p>"


class Recorder:
    """Stands for the encoder: keeps what it is given, and finds every article as like as it is told."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.like = Likeness(0.0, 0.0, 0.0)

    def describe(self, title: str, parts: Sequence[str]) -> bytes:
        self.read.append(title)
        return " ".join([title, *parts]).encode()

    def compare(self, question: str, articles: Mapping[int, bytes]) -> dict[int, Likeness]:
        return dict.fromkeys(articles, self.like)


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch, db: None) -> Recorder:
    recorder = Recorder()
    monkeypatch.setattr(reading, "find_encoder", lambda: recorder)
    return recorder


def published(title: str, body: str = HEAT) -> Article:
    return publish_article(article=create_article(title=title, body_html=body))


def kept() -> dict[str, str]:
    rows = ArticleEmbedding.objects.values_list("article__title", "directions")
    return {title: bytes(said).decode() for title, said in rows}


def test_what_may_be_quoted_is_read_once(encoder: Recorder) -> None:
    published("Warm water")
    create_article(title="A draft", body_html=HEAT)
    keep_from_answers(article=published("Kept out"))
    assert reading.read_articles() == 1
    assert reading.read_articles() == 0
    assert encoder.read == ["Warm water"]
    assert "stiffness fell" in kept()["Warm water"]


def test_many_are_read_a_few_at_a_time(encoder: Recorder) -> None:
    for number in range(reading.TOGETHER + 2):
        published(f"Number {number}")
    assert [reading.read_articles() for _ in range(3)] == [reading.TOGETHER, 2, 0]


@pytest.mark.parametrize(
    "change",
    [lambda a: withdraw_article(article=a, note="Wrong."), lambda a: keep_from_answers(article=a)],
    ids=["withdrawn", "kept out"],
)
def test_what_may_not_be_quoted_any_more_is_forgotten(
    encoder: Recorder, change: Callable[[Article], Any]
) -> None:
    article = published("Warm water")
    reading.read_articles()
    change(article)
    reading.read_articles()
    assert kept() == {}


def test_what_was_changed_is_read_again(encoder: Recorder) -> None:
    article = published("Warm water")
    reading.read_articles()
    edit_article(article=article, title="Warm water", body_html="<p>It was cold water, alas.</p>")
    reading.read_articles()
    assert "cold water" in kept()["Warm water"]
    assert "stiffness" not in kept()["Warm water"]


def test_by_new_rules_everything_is_read_again(
    encoder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    published("Warm water")
    reading.read_articles()
    monkeypatch.setattr(reading, "RULES", reading.RULES + 1)
    assert reading.read_likeness("Does it help?", [Article.objects.get().pk]) == {}
    assert reading.read_articles() == 1


def test_a_question_is_compared_only_where_every_article_was_read(encoder: Recorder) -> None:
    first = published("Warm water")
    reading.read_articles()
    second = published("Cold water")
    assert reading.read_likeness("Does it help?", [first.pk]) == {first.pk: encoder.like}
    assert reading.read_likeness("Does it help?", [first.pk, second.pk]) == {}
    assert reading.read_likeness("Does it help?", []) == {}


def test_without_the_extra_nothing_is_read_and_nothing_asked_of_the_database(
    monkeypatch: pytest.MonkeyPatch, db: None, django_assert_num_queries: Any
) -> None:
    article = published("Warm water")
    monkeypatch.setattr(reading, "find_encoder", lambda: None)
    with django_assert_num_queries(0):
        assert reading.read_articles() == 0
        assert reading.read_likeness("Does it help?", [article.pk]) == {}


def test_what_an_article_means_decides_whether_it_answers(encoder: Recorder) -> None:
    published("Warm water eases stiffness")
    published(
        "A walk in the park", "<p>Thirty people walked each morning. They slept no better.</p>"
    )
    while reading.read_articles():
        pass
    question = "Does warm water help against stiffness?"
    encoder.like = Likeness(0.9, 0.9, 0.9)
    assert answering.answer(question).is_answered
    encoder.like = Likeness(-0.5, -0.5, -0.5)
    assert not answering.answer(question).is_answered
