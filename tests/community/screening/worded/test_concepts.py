"""Kinds of words are read from plain lists and found where they stand."""

from pathlib import Path

import pytest

from community.screening.worded.concepts import Concepts
from community.screening.worded.lessons import SUBJECTS

LIST = """
# A remark.
remedy: pill*,
  the whole bottle, can't take
moment: now, pill
"""


def concepts(folder: Path, text: str = LIST) -> Concepts:
    (folder / "own.concepts").write_text(text, encoding="utf-8")
    return Concepts("own", folder)


def test_words_with_their_endings_and_phrases_are_found_at_their_places(tmp_path: Path) -> None:
    words = ("now", "take", "pills", "and", "the", "whole", "bottle")
    assert concepts(tmp_path).find(words) == [
        (0, 1, "moment"),
        (2, 3, "remedy"),
        (4, 7, "remedy"),
    ]


def test_a_word_may_be_of_several_kinds(tmp_path: Path) -> None:
    assert concepts(tmp_path).find(("pill",)) == [(0, 1, "remedy"), (0, 1, "moment")]


def test_entries_are_read_as_texts_are(tmp_path: Path) -> None:
    assert concepts(tmp_path).find(("can", "not", "take")) == [(0, 3, "remedy")]


def test_a_line_that_belongs_to_no_kind_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="own.concepts: this line is not understood: what is"):
        concepts(tmp_path, "what is this\n")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_lists_that_are_in_use_can_be_read(subject: str) -> None:
    assert Concepts(subject).find(("i", "can", "not", "breathe", "pills"))
