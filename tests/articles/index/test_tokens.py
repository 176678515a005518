"""Words as the index knows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.index.tokens import MARK, TOKEN_MAX, token_spans, tokens

TEXTS = st.text(max_size=60) | st.text("aÀé'’-_0 9qsß\N{HANGUL FILLER}ภ痛हि", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pain", "Pains"),
        ("study", "STUDIES"),
        ("sleeping", "sleep"),
        ("the patient's", "the patients"),
        ("naïve", "naive"),
        ("Łódź", "lodz"),
        ("don't", "don’t"),
        ("well-being", "well being"),
        ("snake_case", "snake case"),
        ("ﬁbro", "fibro"),
        ("Fibromyalgie", "fibromyalgie"),
    ],
)
def test_spelling_accents_and_endings_do_not_count(one: str, other: str) -> None:
    assert tokens(one) == tokens(other) != []


@pytest.mark.parametrize(("one", "other"), [("pain", "paint"), ("20 mg", "2 mg"), ("μg", "mg")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert tokens(one) != tokens(other)


def test_of_scripts_without_spaces_every_sign_counts() -> None:
    assert tokens("痛み")[0] == tokens("頭が痛い")[-2]


def test_signs_and_emoji_are_no_words() -> None:
    assert tokens("-- !? ' \N{THUMBS UP SIGN} \N{ZERO WIDTH SPACE}") == []


def test_a_word_that_never_ends_is_cut() -> None:
    (found,) = tokens("a" * 10_000)
    assert len(found) <= TOKEN_MAX
    assert tokens("й" * 10_000) == tokens("й" * TOKEN_MAX)


@given(TEXTS)
def test_tokens_are_small_letters_and_digits_with_a_letter_first(text: str) -> None:
    for each in tokens(text):
        assert each.isascii() and each.isalnum() and each == each.lower()
        assert each[0].isalpha()


@given(TEXTS)
def test_the_places_give_the_same_tokens_and_lie_in_order(text: str) -> None:
    spans = list(token_spans(text))
    assert [token for _, _, token in spans] == tokens(text)
    edges = [edge for start, end, _ in spans for edge in (start, end)]
    assert edges == sorted(edges)
    assert not edges or edges[-1] <= len(text)


def test_the_place_of_a_word_is_the_word_as_it_stands() -> None:
    text = "The naïve “patient’s” well-being"
    marked = [text[start:end] for start, end, _ in token_spans(text)]
    assert marked == ["The", "naïve", "patient’s", "well", "being"]


def test_what_begins_like_our_own_marks_finds_nothing_of_theirs() -> None:
    assert all(not each.startswith(MARK) for each in tokens("Qatar quiet quarter qs qd"))
