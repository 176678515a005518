"""The way back from the folded text to what was written."""

from hypothesis import given
from hypothesis import strategies as st

from community.screening.folded import Folded, merged


def test_a_span_finds_the_letters_that_hide_a_word():
    folded = Folded.of("sо \N{ZERO WIDTH SPACE}s\N{ZERO WIDTH SPACE}ad")
    start = folded.text.index("sad")
    assert folded.original[slice(*folded.span(start, start + 3))] == "s\N{ZERO WIDTH SPACE}ad"


def test_an_accent_of_its_own_belongs_to_the_letter_before_it():
    folded = Folded.of("cafe\N{COMBINING ACUTE ACCENT} ok")
    assert folded.span(0, 4) == (0, 5)


@given(st.text(max_size=40), st.data())
def test_every_span_lies_inside_the_original(text, data):
    folded = Folded.of(text)
    if folded.text:
        start = data.draw(st.integers(0, len(folded.text) - 1))
        end = data.draw(st.integers(start + 1, len(folded.text)))
        first, past = folded.span(start, end)
        assert 0 <= first < past <= len(text)


def test_spans_that_only_touch_stay_apart():
    assert merged([(3, 5), (0, 3)]) == ((0, 3), (3, 5))
