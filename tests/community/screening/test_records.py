"""Reasons carry words and places as they were written."""

from hypothesis import given
from hypothesis import strategies as st

from community.screening.pipeline import screen
from community.screening.reasons import Code
from community.screening.records import (
    MARKED_PLACES_MAX,
    Context,
    Submission,
    reason_for,
)

PIECES = (
    "I want to die ",
    "\u200b",
    "e\u0301",
    "Ｊane＠x.org ",
    "ﬃ ",
    "070-123 45 67 ",
    "ß. ",
    "İ\n",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_words_are_what_stands_at_their_places(text):
    for reason in screen(Submission(text), Context(approved_posts=9)).reasons:
        places = [text[start:end] for start, end in reason.spans]
        assert list(reason.words) == list(dict.fromkeys(places))


def test_words_in_the_name_are_given_without_a_place():
    (reason,) = reason_for(Code.EMAIL, Submission("Hi", "Gus"), [], [(0, 3)])
    assert (reason.words, reason.spans) == (("Gus",), ())


def test_overlapping_places_are_joined_and_given_in_order():
    (reason,) = reason_for(Code.LINKS, Submission("abcdefghij"), [(6, 8), (0, 3), (2, 5)])
    assert reason.spans == ((0, 5), (6, 8))


def test_no_more_places_are_marked_than_a_moderator_can_use():
    text = "ab " * (MARKED_PLACES_MAX + 20)
    spans = [(at, at + 2) for at in range(0, len(text), 3)]
    (reason,) = reason_for(Code.LINKS, Submission(text), spans)
    assert len(reason.spans) == MARKED_PLACES_MAX
