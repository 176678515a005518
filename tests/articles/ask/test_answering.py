"""Questions to a small archive: what is answered, from where, and what is not."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command

from articles.ask.actions import (
    erase_questions_with,
    forget_old_questions,
    store_question,
)
from articles.ask.answering import RELATED_MAX, answer
from articles.ask.choosing import PASSAGES_MAX, SENTENCES_MAX, choose_passages
from articles.ask.matching import weigh
from articles.ask.models import Question
from articles.ask.passages import read_sentences
from articles.ask.wording import read_question
from articles.keeping.limits import kept_for
from articles.library.actions import (
    approve_for_answers,
    create_article,
    edit_article,
    keep_from_answers,
    publish_article,
    withdraw_article,
)
from articles.models import Article
from community.desk.sample import load
from tests.articles.ask.lay_questions import COVERED, UNCOVERED

HEAT = "<p>Forty people sat in warm water twice a week. Their stiffness fell by a third.</p>"
WALK = "<p>Thirty people walked in the park each morning. They slept no better.</p>"


@pytest.fixture
def write(db: None) -> Callable[..., Article]:
    """Returns a function that publishes an article: `write("Title", "<p>Body</p>")`."""

    def published(title: str, body: str) -> Article:
        return publish_article(article=create_article(title=title, body_html=body))

    return published


@pytest.fixture
def archive(write: Callable[..., Article]) -> Article:
    """Two articles; the first one is given."""
    heat = write("Warm water eases stiffness", HEAT)
    write("A walk in the park", WALK)
    return heat


def test_an_answer_is_word_for_word_from_the_article_that_covers_it(archive: Article) -> None:
    found = answer("Does warm water help against stiffness?")
    assert found.is_answered
    assert {each.article for each in found.citations} == {archive}
    assert found.citations[-1].passage.text in HEAT


@pytest.mark.parametrize("question", ["Does acupuncture cure gout?", "What is it?", "", "?!"])
def test_the_archive_says_when_it_does_not_answer(archive: Article, question: str) -> None:
    assert not answer(question).is_answered


@pytest.mark.parametrize(
    "change",
    [
        lambda article: withdraw_article(article=article, note="It was wrong."),
        lambda article: keep_from_answers(article=article),
        lambda article: edit_article(article=article, title="Taken back", body_html="<p>We erred.</p>"),
    ],
    ids=["withdrawn", "not approved", "corrected away"],
)  # fmt: skip
def test_what_may_not_be_quoted_is_gone_from_answers_at_once(
    archive: Article, change: Callable[..., Any]
) -> None:
    change(archive)
    assert not any(
        "stiffness fell" in each.passage.text
        for each in answer("Does warm water help against stiffness?").citations
    )


def test_an_answer_shows_a_few_passages_and_each_a_few_sentences(
    write: Callable[..., Article],
) -> None:
    said = "".join(
        f"<p>{word} water eased stiffness. It did so in {word.lower()} rooms. It was {word.lower()}. "
        f"They were glad of {word.lower()} days.</p>"
        for word in ("Warm", "Salty", "Deep", "Still", "Running")
    )
    write("Water and stiffness", said)
    found = answer("Does warm, salty, deep, still or running water ease stiffness?").citations
    assert 1 < len(found) <= 2 * PASSAGES_MAX
    assert all(each.passage.last - each.passage.first < SENTENCES_MAX for each in found)


def test_where_nothing_answers_the_nearest_articles_are_named(
    write: Callable[..., Article],
) -> None:
    for number in range(RELATED_MAX + 2):
        write(f"Warm water, part {number}", HEAT)
    for number in range(20):
        write(f"A walk, part {number}", WALK)
    found = answer("Does warm water cure gout?")
    assert not found.is_answered
    assert len(found.related) == RELATED_MAX


def test_drafts_are_never_quoted(archive: Article) -> None:
    create_article(
        title="Purple lamps calm owls", body_html="<p>Purple lamps calm owls at dusk.</p>"
    )
    assert not answer("Do purple lamps calm owls?").is_answered


def test_an_article_that_was_kept_out_can_be_let_in_again(archive: Article) -> None:
    keep_from_answers(article=archive)
    approve_for_answers(article=archive)
    assert answer("Does warm water help against stiffness?").is_answered


def test_the_number_of_statements_does_not_grow_with_the_archive(
    write: Callable[..., Article], django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        write(f"Warm water, part {number}", HEAT)
    with django_assert_max_num_queries(4):
        answer("Does warm water help against stiffness?")


def test_lay_questions_on_the_sample_articles(db: None) -> None:
    load()
    right = [answer(question) for question, _ in COVERED]
    named = [
        found.is_answered and found.citations[0].article.slug.startswith(slug)
        for found, (_, slug) in zip(right, COVERED, strict=True)
    ]
    stretched = [question for question in UNCOVERED if answer(question).is_answered]
    assert sum(named) >= 0.9 * len(COVERED)
    assert len(stretched) <= 2, stretched


def test_the_command_prints_one_object_a_line(
    archive: Article, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import json

    monkeypatch.setattr("sys.stdin", io.StringIO("Does warm water ease stiffness?\nGout?\n"))
    call_command("ask", "--json")
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["answered"] is True
    assert set(first["passages"][0]) == {"article", "heading", "text"}
    assert first["passages"][0]["article"] == archive.slug
    assert second == {"answered": False, "passages": []}
    assert not Question.objects.exists()


def test_questions_are_forgotten_after_their_days(archive: Article, time_machine: Any) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    kept = store_question(text="Does heat help?", answer=answer("Does heat help?"))
    assert forget_old_questions(before=kept.asked_at) == 0
    time_machine.shift(kept_for("questions").total_seconds() + 1)
    from django.utils import timezone

    assert forget_old_questions(before=timezone.now() - kept_for("questions")) == 1


def test_questions_with_somebodys_words_can_be_erased(archive: Article) -> None:
    store_question(text="Is Jo Márquez right?", answer=answer(""))
    store_question(text="Does heat help?", answer=answer(""))
    assert erase_questions_with(words=["MARQUEZ", "a", "hel"]) == 1
    assert list(Question.objects.values_list("text", flat=True)) == ["Does heat help?"]


def test_what_was_found_is_shown_rather_than_what_is_left_to_do() -> None:
    html = (
        "<p>They wrote each evening. After six months people with the diary had fewer crashes, 2 instead of 3. "
        "Whether pacing with a diary helps, and against which crashes, further research will have to tell.</p>"
    )
    asked = read_question("Does pacing with a diary help against crashes?")
    shown = choose_passages(asked, weigh(asked, {}, 100), read_sentences(html))
    assert "2 instead of 3" in shown[0].text
