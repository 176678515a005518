"""Text made safe to store, word for word."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text import normalise, one_line, storable
from common.text.cleaning import MAX_STACKED_MARKS

PATIENCE = 10
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\x00b\x07c\x7fd\x9fe\ufefff\tg", "abcdef\tg"),
        ("\ud83d\ude00 \ud83d \ude00", "\U0001f600 \ufffd \ufffd"),
        ("\ufffe\uffff\ufdd0\U0001fffe", "\ufffd" * 4),
    ],
)
def test_only_what_can_be_stored_is_left(text, stored):
    assert storable(text) == stored


@given(ANY_TEXT)
def test_stored_text_fits_every_database_and_feed(text):
    stored = storable(text)
    stored.encode()
    assert not [c for c in stored if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]
    assert storable(stored) == stored


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("e\u0301", "\u00e9"),
        ("one \t\n  two  ", "one\n  two"),
        ("\n\none\n\n\ntwo\n\n\n\n\nthree\n", "one\n\n\ntwo\n\nthree"),
        (
            "won\u2019t \u2014 \u2026 \u201cpain\u201d....",
            "won\u2019t \u2014 \u2026 \u201cpain\u201d....",
        ),
        (
            "\U0001f469\u200d\U0001f9b0\ufe0f \u0915\u094d\u0937",
            "\U0001f469\u200d\U0001f9b0\ufe0f \u0915\u094d\u0937",
        ),
        ("10\u00a0mg  daily", "10\u00a0mg  daily"),
    ],
)
def test_words_are_kept_to_the_character(text, kept):
    assert normalise(text) == kept


@given(ANY_TEXT)
def test_normalised_text_stays_as_it_is(text):
    assert normalise(normalise(text)) == normalise(text)


def test_marks_are_stacked_only_to_the_limit():
    tower = "a" + "\u0315\u0300" * 100_000
    began = time.process_time()
    assert len(normalise(tower)) == MAX_STACKED_MARKS
    assert time.process_time() - began < PATIENCE


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("  Nadia \n of\tLund ", "Nadia of Lund"),
        ("Ali\u202ece\u200b\u00ad", "Alice"),
        ("A\u3164l\u2800", "A l"),
        ("\u200d\u200b \u0301\ufe0f", ""),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("\U0001f469\u200d\U0001f9b0", "\U0001f469\u200d\U0001f9b0"),
    ],
)
def test_a_name_is_one_line_that_can_be_seen(name, shown):
    assert one_line(name) == shown


@given(ANY_TEXT)
def test_one_line_stays_one_line(text):
    line = one_line(text)
    assert one_line(line) == line
    assert len(line.splitlines()) <= 1
