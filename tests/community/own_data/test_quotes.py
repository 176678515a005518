"""Somebody's words in what others wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.own_data.quotes import TAKEN, Source, without_quotes

OWN = "I rest before I am tired every single day, and it took me years to learn."


def test_a_long_run_of_words_is_taken_back_wherever_it_stands() -> None:
    said = without_quotes(
        'Thanks! "I REST before I am tired every single day" is so true.', Source([OWN])
    )
    assert said == f'Thanks! "{TAKEN}" is so true.'


def test_a_line_that_quotes_needs_fewer_words() -> None:
    said = without_quotes("> it took me years to learn\nMe too.", Source([OWN]))
    assert said == f"> {TAKEN}\nMe too."


@pytest.mark.parametrize(
    "text",
    [
        "I rest every day, too.",
        "It took me years to get a diagnosis.",
        "> it took me years",
        "I rest before I am tired every day",
        "",
    ],
)
def test_words_that_anybody_may_say_stay(text: str) -> None:
    assert without_quotes(text, Source([OWN])) == text


@given(st.text(alphabet="ab \n>.", max_size=120), st.text(alphabet="ab \n>.", max_size=120))
def test_taking_back_twice_is_taking_back_once(text: str, own: str) -> None:
    once = without_quotes(text, Source([own]))
    assert without_quotes(once, Source([own])) == once
