"""Taking words out, counting and shortening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text import excerpt, word_count, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Pain, then rest.", ["Pain", "then", "rest"]),
        ("I won\u2019t \u2014 well-being 70 %", ["I", "won\u2019t", "well-being", "70"]),
        (
            "e\u0301clair \u0939\u093f\u0928\u094d\u0926\u0940",
            ["e\u0301clair", "\u0939\u093f\u0928\u094d\u0926\u0940"],
        ),
        ("'quoted' - x-", ["quoted", "x"]),
    ],
)
def test_words_are_taken_out_as_they_were_written(text, found):
    assert words(text) == found
    assert word_count(text) == len(found)


@pytest.mark.parametrize(
    ("text", "length", "shown"),
    [
        ("Pain and rest", 20, "Pain and rest"),
        ("Pain and rest", 13, "Pain and rest"),
        ("Pain and rest", 12, "Pain and\u2026"),
        ("Pain,\n\nand rest", 9, "Pain\u2026"),
        ("Fibromyalgia", 6, "Fibro\u2026"),
        (
            "\U0001f469\u200d\U0001f9b0\U0001f469\u200d\U0001f9b0",
            5,
            "\U0001f469\u200d\U0001f9b0\u2026",
        ),
        ("\U0001f44d\U0001f3fd\U0001f44d\U0001f3fd", 3, "\U0001f44d\U0001f3fd\u2026"),
        ("x", 1, "x"),
        ("xy", 1, "\u2026"),
    ],
)
def test_an_excerpt_ends_between_words(text, length, shown):
    assert excerpt(text, length) == shown


@given(st.text(), st.integers(1, 40))
def test_an_excerpt_is_never_longer_than_asked(text, length):
    assert len(excerpt(text, length)) <= length
