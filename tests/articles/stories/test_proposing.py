"""The worker compares what is new and proposes pairs."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from articles.importing.formats import text
from articles.library.actions import create_article, edit_article, withdraw_article
from articles.models import Article, ArticleReading, StoryProposal, StoryTrait
from articles.stories import proposing, reading
from articles.stories.proposing import propose_stories

State = StoryProposal.State


def pairs(**lookup: object) -> list[tuple[int, int]]:
    return list(StoryProposal.objects.filter(**lookup).values_list("first", "second"))


def test_two_reports_of_one_study_are_proposed(
    first: Article, second: Article, stranger: Article
) -> None:
    assert propose_stories() == 3
    assert pairs() == [(first.pk, second.pk)]
    proposal = StoryProposal.objects.get()
    assert proposal.score > 0.5
    assert "Both say 1,049 participants" in proposal.signs


def test_a_draft_is_compared_too(first: Article) -> None:
    draft = create_article(title="Draft", body_html=first.body_html)
    propose_stories()
    assert pairs() == [(first.pk, draft.pk)]


def test_what_did_not_change_is_not_read_again(first: Article, second: Article) -> None:
    propose_stories()
    assert propose_stories() == 0


def test_an_article_that_changed_is_compared_again(first: Article, stranger: Article) -> None:
    propose_stories()
    assert pairs() == []
    edit_article(article=stranger, body_html=first.body_html, source_published_at=None)
    assert propose_stories() == 1
    assert pairs() == [(first.pk, stranger.pk)]


def test_a_waiting_proposal_goes_when_the_articles_are_no_longer_alike(
    first: Article, second: Article
) -> None:
    propose_stories()
    edit_article(article=second, body_html=f"<p>1,049 cats. {'Miaow. ' * 9}</p>")
    edit_article(article=first, body_html=first.body_html + "<p>1,049 cats came.</p>")
    propose_stories()
    assert pairs(state=State.WAITING) == [] or StoryProposal.objects.get().score >= 0.5


@pytest.mark.parametrize("state", [State.REFUSED, State.ACCEPTED])
def test_a_pair_that_was_decided_never_comes_again(
    first: Article, second: Article, state: State
) -> None:
    propose_stories()
    StoryProposal.objects.update(state=state)
    edit_article(article=second, title="Another title")
    propose_stories()
    assert pairs(state=State.WAITING) == []


def test_what_is_withdrawn_is_found_by_nothing(first: Article, second: Article) -> None:
    withdraw_article(article=first, note="Wrong.")
    propose_stories()
    assert pairs() == []
    assert not StoryTrait.objects.filter(article=first).exists()


def test_articles_of_one_story_are_not_proposed(first: Article, second: Article) -> None:
    from articles.models import Story

    story = Story.objects.create(name="Sensors", slug="sensors")
    Article.objects.update(story=story)
    propose_stories()
    assert pairs() == []


def test_an_article_that_cannot_be_read_stops_nothing(
    first: Article, second: Article, stranger: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(document: object) -> object:
        raise RuntimeError("odd")

    monkeypatch.setattr(reading, "read_traits", read)
    assert propose_stories() == 3
    assert propose_stories() == 0
    assert set(ArticleReading.objects.values_list("version", flat=True)) == {2}


def test_when_its_time_is_over_the_rest_waits(
    first: Article, second: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "LONGEST_TIME", 0.0)
    assert propose_stories() == 0
    monkeypatch.setattr(proposing, "LONGEST_TIME", 10.0)
    assert propose_stories() == 2


def test_more_articles_than_a_batch_are_read_in_one_go(
    write: Callable[..., Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "BATCH", 2)
    for number in range(5):
        write(f"Report {number}")
    assert propose_stories() == 5
    assert len(pairs()) == 10


def test_far_apart_in_time_nothing_is_proposed(first: Article) -> None:
    other = create_article(
        title="Two years on",
        body_html="<p>In 1,049 participants, Marit Oskarsdotter saw it at the Lindmark Institute.</p>",
        source_published_at=datetime(2033, 1, 1, tzinfo=UTC),
    )
    assert other.pk
    propose_stories()
    assert pairs() == []


def test_comparing_costs_as_many_queries_in_a_large_archive(
    write: Callable[..., Article], stranger: Article, django_assert_max_num_queries
) -> None:
    for number in range(6):
        write(f"Report {number}", people=f"{number + 2},345 people")
    propose_stories()
    edit_article(article=stranger, title="Choirs")
    with django_assert_max_num_queries(16):
        propose_stories()


@pytest.mark.seeds
def test_the_founding_documents_are_proposed_as_one_story(db: None, seeds_folder: Path) -> None:
    for path in sorted(seeds_folder.glob("*.txt")):
        (parsed,) = text.parse(path.read_bytes())
        create_article(title=parsed.title, body_html=parsed.body_html, standfirst=parsed.standfirst)
    propose_stories()
    assert len(pairs()) == 1
