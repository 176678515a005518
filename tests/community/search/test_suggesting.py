"""What is offered to somebody who found little."""

from collections.abc import Callable

import pytest

from articles.library.actions import create_article
from articles.models import SearchState, SearchWord
from articles.search import words
from articles.search.words import count_words
from community.desk.actions import publish_article
from community.members.models import Member
from community.search.rebuilding import keep_index
from community.search.results import search
from community.threads.actions import withdraw_comment
from community.threads.models import Comment

Say = Callable[..., Comment]


@pytest.fixture
def counted(say: Say, alice: Member, bob: Member, stefan: Member) -> list[Comment]:
    """Comments and articles with words in them, and the words counted."""
    for number in range(3):
        body = f"<p>Fibromyalgia and migraines, number {number}.</p>"
        article = create_article(title="On illness", body_html=body)
        publish_article(article=article, editor=stefan)
    said = [say(text, who) for text in ("Pacing helps", "I began pacing") for who in (alice, bob)]
    said += [say(f"A page {n}, and many pages", alice) for n in range(4)]
    keep_index()
    count_words()
    return said


def offered(typed: str) -> str:
    return search(typed, "", 1).suggestion


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fibromialgia", "fibromyalgia"),
        ("Fibromyalga", "fibromyalgia"),
        ("fibromialgya", "fibromyalgia"),
        ("migranes", "migraines"),
        ("pasing", "pacing"),
        ('"began pasing"', '"began pacing"'),
        ("helps pasing -coffee after:2020", "helps pacing -coffee after:2020"),
        ("fibromialgia migranes", "fibromyalgia migraines"),
        ("fibromyalgia", ""),
        ("pacing", ""),
        ("fibromialgia pasing", ""),  # no text has both
        ("fibromialgia author:alice", ""),  # she wrote nothing about it
        ("xyzzyplugh", ""),
        ("pag", ""),
        ("the", ""),
    ],
)
def test_a_mistyped_word_is_mended_where_that_finds_something(typed: str, meant: str) -> None:
    assert offered(typed) == meant


def test_what_finds_nothing_any_more_is_not_offered(
    counted: list[Comment], alice: Member, bob: Member
) -> None:
    assert offered("pasing") == "pacing"
    for comment in counted[:4]:
        withdraw_comment(comment=comment, author=comment.author)
    assert offered("pasing") != "pacing"


def test_a_word_of_one_entry_only_is_never_kept(
    counted: list[Comment], say: Say, bob: Member
) -> None:
    say("My name is Marjoram Thistlewood", bob)
    SearchState.objects.update(counted_at=None)
    assert count_words() > 0
    assert not SearchWord.objects.filter(stem__startswith="thistl").exists()
    assert not SearchWord.objects.filter(stem__startswith="q0a").exists()


def test_words_are_counted_once_an_hour_and_only_the_commonest_kept(
    counted: list[Comment], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert count_words() == 0
    monkeypatch.setattr(words, "WORDS_KEPT", 3)
    SearchState.objects.update(counted_at=None)
    assert count_words() == SearchWord.objects.count() == 3


def test_before_the_index_was_built_nothing_is_counted(db: None) -> None:
    assert count_words() == 0


def test_rare_words_weigh_more_when_they_are_counted(counted: list[Comment]) -> None:
    counts = words.entries_of({"page", "pace"})
    assert counts == {"page": 4, "pace": 4, "q0e": 12}
