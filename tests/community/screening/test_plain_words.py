"""Medicines and numbers that read the same."""

import pytest

from community.screening.plain_words import MEDICINES
from community.screening.records import Submission


def words(text):
    return [word for sentence in Submission(text).plain_sentences for word in sentence.words]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Lyrica 75 mg", ["medicine", "#", "mg"]),
        ("75mg pregabalin", ["#mg", "medicine"]),
        ("two Advil", ["two", "paracetamol"]),
        ("warm tea at 8", ["warm", "tea", "at", "#"]),
        ("meditation", ["meditation"]),
    ],
)
def test_words_are_read_by_what_they_are(text, read):
    assert words(text) == read


def test_the_list_of_names_is_in_small_letters_and_has_no_plain_words():
    assert all(name.isascii() and name.islower() for name in MEDICINES)
    assert MEDICINES.keys().isdisjoint({"relief", "ease", "water", "iron", "vitamin", "oil"})


def test_pairs_of_sentences_are_left_to_the_steps():
    assert words("I rest. I walk.") == ["i", "rest", "i", "walk"]
