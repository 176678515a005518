"""Roots of words."""

import pytest

from community.screening.learned.roots import LETTERS_LEFT, root


@pytest.mark.parametrize("words", ["order orders ordered ordering", "cure cures cured curing cury"])
def test_the_forms_of_a_word_have_one_root(words: str) -> None:
    assert len({root(word) for word in words.split()}) == 1


def test_of_a_short_word_nothing_is_cut() -> None:
    assert root("bus") == "bus" and root("red") == "red"
    assert all(len(root(word)) >= LETTERS_LEFT for word in ("tying", "lying", "dyes"))
