"""Forms of English words."""

import pytest

from community.screening.word_forms import forms_of, plain_letters


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("cure", "cures"),
        ("cure", "cured"),
        ("cure", "curing"),
        ("cure", "curer"),
        ("remedy", "remedies"),
        ("stop", "stopping"),
        ("stop", "stopped"),
        ("scam", "scammers"),
        ("box", "boxes"),
    ],
)
def test_a_word_takes_its_usual_endings(word, form):
    assert form in forms_of(word)


@pytest.mark.parametrize(("word", "other"), [("cure", "curly"), ("as", "ass"), ("stop", "stoop")])
def test_a_word_does_not_become_another(word, other):
    assert other not in forms_of(word)


def test_digits_inside_a_word_are_letters_and_numbers_stay_numbers():
    assert (plain_letters("v1agra"), plain_letters("2024")) == ("viagra", "2024")
