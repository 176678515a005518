"""Texts that say again most of what another one said."""

from hypothesis import given
from hypothesis import strategies as st

from common.text import fold
from community.screening.near_copies import (
    SHARE_OF_A_COPY,
    TIMES_AS_LONG,
    Original,
    folded_plain,
    is_near_copy,
    words_of,
)
from community.screening.tokens import WORD

TEXT = "i tried the warm pool on mondays and it did help my shoulders a little so i went again"
SMALL_VOCABULARY = st.lists(st.sampled_from("a an am bad day so warm warmer pool".split()))


def copies(text: str, *others: str) -> list[bool]:
    original = Original.of(text)
    return [is_near_copy(original, other) for other in others]


def test_words_changed_added_or_moved_make_no_other_text():
    changed = TEXT.replace("mondays", "fridays").replace("shoulders", "hips")
    moved = "so i went again " + TEXT.removesuffix(" so i went again")
    assert copies(TEXT, changed, TEXT + " and again", moved, TEXT.upper()) == [True] * 4


def test_what_says_more_than_was_said_before_is_another_text():
    assert copies(TEXT + " but the next day was the worst of the whole year for me", TEXT) == [
        False
    ]


def test_a_few_lines_out_of_a_long_post_are_a_quotation():
    before = "the lake is cold and the path is steep but the view is worth each step of the way "
    assert copies(TEXT, before * 2 + TEXT, before * (TIMES_AS_LONG + 1) + TEXT) == [True, False]


def test_accents_and_look_alike_letters_are_read_as_in_other_rules():
    assert copies(TEXT, TEXT.replace("a", "\u0430").replace("o", "\u00f6")) == [True]


@given(SMALL_VOCABULARY, SMALL_VOCABULARY)
def test_no_copy_is_left_out_to_save_time(first, second):
    original, other = Original.of(" ".join(first)), " ".join(second)
    if original.share_in(second) >= SHARE_OF_A_COPY:
        assert original.may_be_said_in(other)


@given(st.text())
def test_the_quick_ways_find_the_same_words(text):
    assert words_of(folded_plain(text)) == WORD.findall(fold(text))
