"""Which words are marked, and which passage is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.highlights import PASSAGE_LENGTH, TEXT_MAX, Piece, marked, on_one_line, passage
from articles.search.query import parse

LETTERS = st.text("ab é痛-. \n’", max_size=700)


def shown(pieces: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in pieces)


def marks(text: str, typed: str) -> str:
    return shown(marked(text, parse(typed).wanted))


@pytest.mark.parametrize(
    ("text", "typed", "wanted"),
    [
        ("Slept well, sleeps late.", "sleeping", "Slept well, [sleeps] late."),
        ("A naïve “Patient’s” hope", "patients naive", "A [naïve] “[Patient’s]” hope"),
        ("Brain fog, brain or fog", '"brain fog"', "[Brain fog], brain or fog"),
        ("Brain fog and brain", '"brain fog" brain', "[Brain fog] and [brain]"),
        ("well-being", "being", "well-[being]"),
        ("well-being", "well-being", "[well-being]"),
        ("<b>pain</b> & pain", "pain", "<b>[pain]</b> & [pain]"),
        ("頭が痛い", "痛", "頭が[痛]い"),
        ("nothing of it", "pain", "nothing of it"),
        ("", "pain", ""),
    ],
)
def test_words_are_marked_by_what_they_mean(text: str, typed: str, wanted: str) -> None:
    assert marks(text, typed) == wanted


def test_a_passage_shows_where_most_of_the_words_stand() -> None:
    text = "Nothing here. " * 50 + "The pain came back. " + "Nothing here. " * 50
    text += "Then pain and sleep in one night. " + "Nothing here. " * 50
    found = shown(passage(text, parse("sleep pain").wanted))
    assert "Then [pain] and [sleep] in one night." in found
    assert found.startswith("… ") and found.endswith(" …")


def test_a_short_text_is_shown_whole() -> None:
    assert shown(passage("Pain\n\nagain.", parse("pain").wanted)) == "[Pain] · again."


def test_without_a_word_in_it_the_beginning_is_shown() -> None:
    found = shown(passage("Nothing here. " * 90, parse("pain").wanted))
    assert found.startswith("Nothing here.") and found.endswith("…")
    assert len(found) <= PASSAGE_LENGTH + 4


def test_of_a_text_without_end_only_the_beginning_is_looked_through() -> None:
    text = "x " * TEXT_MAX + "pain"
    assert not any(piece.is_marked for piece in passage(text, parse("pain").wanted))


@given(LETTERS, st.text('ab é痛-" ', max_size=12))
def test_marking_loses_no_letter(text: str, typed: str) -> None:
    assert "".join(piece.text for piece in marked(text, parse(typed).wanted)) == text


@given(LETTERS, st.text('ab é痛-" ', max_size=12))
def test_a_passage_is_a_part_of_the_text(text: str, typed: str) -> None:
    found = "".join(piece.text for piece in passage(text, parse(typed).wanted))
    assert found.removeprefix("… ").removesuffix(" …") in on_one_line(text)
    assert len(found) <= PASSAGE_LENGTH + 4
