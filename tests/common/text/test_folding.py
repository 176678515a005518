"""Two spellings of one word made equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text import fold, fold_with_map

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Alice", "alice"),
        (
            "\u00c5ngstr\u00f6m \u0141\u00f3d\u017a \u00d8re Stra\u00dfe \u0130zmir",
            "angstrom lodz ore strasse izmir",
        ),
        ("e\u0301\u0302", "e"),
        ("\u0410dmin", "admin"),
        ("m\u043ed\u0435r\u0430t\u03bfr", "moderator"),
        ("\uff21\uff44\uff4d\u2139\u24c3", "admin"),
        ("ad\u200bm\u00ad\u2060i\ufe0fn", "admin"),
        ("\u00b5g", "\u03bcg"),
        ("\u304c", "\u304b\u3099"),
        ("\u05e9\u05b8\u05dc\u05d5\u05b9\u05dd", "\u05e9\u05dc\u05d5\u05dd"),
    ],
)
def test_spellings_of_one_word_are_equal(text, folded):
    assert fold(text) == folded


@given(ANY_TEXT)
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aA\u0430\u0410\u0392\u03b2\u041d\u043d\u03a3\u03c3\u0301"))
def test_capitals_make_no_difference(text):
    assert fold(text.upper()) == fold(text.lower())


@given(ANY_TEXT)
def test_every_folded_character_knows_where_it_comes_from(text):
    folded, origins = fold_with_map(text)
    assert folded == fold(text)
    assert len(origins) == len(folded)
    assert all(
        fold(text[index]).count(character) for character, index in zip(folded, origins, strict=True)
    )
    assert origins == sorted(origins)


def test_a_word_can_be_marked_in_the_original():
    text = "He said \u0130d\u200b\u0456\u00f3t!"
    folded, origins = fold_with_map(text)
    start = folded.index("idiot")
    assert text[origins[start] : origins[start + 4] + 1] == "\u0130d\u200b\u0456\u00f3t"
