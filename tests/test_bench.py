"""What `make bench` measures with: posts of a known length, posting without screening, much talk."""

import pytest
from django.test import Client

from community.screening.pipeline import STEPS
from community.search.rebuilding import check_index
from community.threads.models import Comment, Thread
from community.threads.posting import verdicts
from tests.bench import posting, talk
from tests.bench.asking import compare_asking
from tests.bench.screening import ILLNESS, PLAIN

HELD = "Cheap pills here: https://pills.example/now https://pills.example/more"


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """One round of two posts."""
    monkeypatch.setattr(posting, "ROUNDS", 1)
    monkeypatch.setattr(posting, "POSTS", 2)


def test_the_posts_are_as_long_as_is_told() -> None:
    assert (len(PLAIN.split()), len(ILLNESS.split())) == (68, 65)


def test_there_is_talk_to_search_in_and_every_query_is_answered(
    db: None, monkeypatch: pytest.MonkeyPatch, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(talk, "ARTICLES", 2)
    talk.prepare(60)
    seconds, *queries = capsys.readouterr().out.splitlines()
    assert float(seconds) >= 0 and len(queries) > 30
    assert check_index() == [] and Comment.objects.visible().count() == 60
    assert all(client.get("/search/", {"q": query}).status_code == 200 for query in queries)
    with pytest.raises(SystemExit, match="holds content"):
        talk.prepare(60)


def test_posting_is_told_as_a_ratio_and_screening_works_again_afterwards(
    thread: Thread, few: None, capsys: pytest.CaptureFixture[str]
) -> None:
    before = verdicts.screen
    posting.compare_posting()
    assert f"all {len(STEPS)} steps of screening against none" in capsys.readouterr().out
    assert verdicts.screen is before
    assert Comment.objects.visible().count() == 2 * 3  # once to begin with, then both ways


def test_without_the_steps_nothing_is_held_and_with_them_a_held_post_ends_the_run(
    thread: Thread, few: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "PLAIN", HELD)
    assert posting.post_all(thread, ()) > 0
    assert Comment.objects.visible().count() == 2
    with pytest.raises(SystemExit, match="A plain post waits"):
        posting.post_all(thread, STEPS)


def test_a_question_is_told_as_a_ratio_to_a_search(
    db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(talk, "ARTICLES", 2)
    talk.prepare(4)
    capsys.readouterr()
    compare_asking()
    said = capsys.readouterr().out
    assert "a question to 2 articles" in said and "ratio" in said
