"""Words that somebody may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.spelling import distance, guesses

KNOWN = {"fibromyalgia": 40, "fatigu": 30, "sleep": 90, "slept": 4, "pain": 100, "paint": 2}
SHORT = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("pain", "pain", 0),
        ("pain", "pains", 1),
        ("pain", "apin", 1),
        ("fibromialgya", "fibromyalgia", 2),
        ("fibromyalgia", "fibromylgi", 2),
        ("", "ab", 2),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 2) == distance(other, one, 2) == slips


def test_more_slips_than_asked_for_are_not_counted_on() -> None:
    assert distance("abcdef", "uvwxyz", 2) == 3


@given(SHORT, SHORT)
def test_nothing_is_nearer_than_itself(one: str, other: str) -> None:
    assert (distance(one, other, 9) == 0) == (one == other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fibromialgia", ["fibromyalgia"]),
        ("fibromialgya", ["fibromyalgia"]),
        ("sleap", ["sleep"]),
        ("slep", ["sleep", "slept"]),
        ("pian", ["pain"]),
        ("xyzzy", []),
        ("pai", []),
        ("fatihe", []),
    ],
)
def test_the_nearest_and_then_the_commonest_comes_first(typed: str, meant: list[str]) -> None:
    assert guesses(typed, KNOWN) == meant


def test_a_word_is_no_guess_at_itself() -> None:
    assert "sleep" not in guesses("sleep", KNOWN)
