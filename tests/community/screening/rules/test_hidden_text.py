"""Invisible signs, turned direction, look-alike letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.screening.reasons import Code
from community.screening.records import Context, Submission
from community.screening.rules.hidden_text import (
    check,
    everything_hidden,
    find_hidden,
    is_mixed,
    may_hide_something,
)

SIGNS = (
    "aZ0 .\u00e9\u00ad\u0301\u0336\u03b1\u03bf\u03bc\u0391\u0430\u0435\u0448\u0454\u05d0\u0647\u0915"
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202e\u2060\u2067\u2069\u2063\u3164\u180e\ufe0f"
    "\ufe01\uff21\uff41\u24d0\U0001d400\U0001d4ea\U0001f130\U0001f170\U000e0041\U000e0101"
    "\U0001f469\U0001f3f4\u4e00\u20dd\u1ab0\ufe20"
)


def words(text, **who):
    return [w for reason in check(Submission(text, **who), Context()) for w in reason.words]


def test_the_word_around_an_invisible_sign_is_marked():
    (reason,) = check(Submission("a mir\u200bacle, really"), Context())
    assert (reason.code, reason.words) == (Code.HIDDEN_TEXT, ("mir\u200bacle,",))


@pytest.mark.parametrize(
    ("word", "mixed"),
    [
        ("d\u043ector", True),
        ("p\u03b1in", True),
        ("\u03bdiagra", True),
        ("TNF\u03b1", False),
        ("\u03bcg", False),
        ("\u0431\u043e\u043b\u044c", False),
        ("\u03c0\u03cc\u03bd\u03bf\u03c2", False),
        ("plain", False),
    ],
)
def test_look_alikes_are_told_from_signs_and_from_other_languages(word, mixed):
    assert is_mixed(word) is mixed


def test_a_russian_text_with_a_brand_in_it_is_left_alone():
    text = "\u042f \u043f\u044c\u044e Lyric\u0443 \u0443\u0436\u0435 \u0442\u0440\u0438 \u0433\u043e\u0434\u0430"
    assert words(text) == []


def test_turned_direction_is_usual_beside_hebrew_and_arabic_and_an_override_never():
    assert words("\u05e9\u05dc\u05d5\u05dd \u2067MRI\u2069") == []
    assert words("plain \u2067MRI\u2069")
    assert words("\u05e9\u05dc\u05d5\u05dd \u202eMRI")


def test_the_name_of_a_guest_is_looked_at_and_that_of_a_member_was_when_it_was_chosen():
    assert words("Hello", author_name="Alic\u0435", is_guest=True)
    assert words("Hello", author_name="Alic\u0435") == []


@given(st.text(alphabet=SIGNS, max_size=12))
def test_nothing_hidden_is_left_out_to_save_time(text):
    if everything_hidden(text):
        assert may_hide_something(text)


@given(st.text(alphabet=SIGNS, max_size=20))
def test_every_place_lies_inside_the_text(text):
    assert all(0 <= start < end <= len(text) for start, end in find_hidden(text))


def test_plain_text_is_not_searched():
    assert not may_hide_something(
        "It\u2019s a \u201cgood\u201d day \u2013 caf\u00e9, \u00c5sa \u2026"
    )
