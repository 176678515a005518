"""Phone numbers told in the words of many languages, and the words that only count."""

import pytest

from community.screening.contact_details.digit_words import DIGITS, digit_words
from community.screening.contact_details.phones import find_phones
from community.screening.contact_details.told_phones import is_counting
from community.screening.folded import Folded

TEN = 10  # digits
NUMBER = (0, 7, 3, 9, 2, 0, 4, 5, 6)


@pytest.mark.parametrize("language", DIGITS)
def test_every_language_has_a_word_for_every_digit(language: str) -> None:
    assert set(digit_words(language).values()) == set(range(TEN))


@pytest.mark.parametrize("language", DIGITS)
def test_a_number_told_in_any_language_is_found(language: str) -> None:
    words = {value: word for word, value in digit_words(language).items()}
    text = ", ".join(words[digit] for digit in NUMBER)
    assert find_phones(Folded.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "zéro six, trente-neuf, quatre-vingt-dix-huit, douze, quarante",
        "noll sju noll ett sju fyra noll sex trettio",
        "null eins sechs, neunundneunzig, zwölf, vierzig",
        "call nine one six, triple five, oh one five one",
        "area code 212, then 555, then 0198",
        "it's 0161 then 496 then 0234",
        "08 one 2 three four five 67 8",
        "call me 234567 any evening",
        "3 1 2 - 5 5 5 - 0 1 0 2",
    ],
)
def test_a_told_number_is_found(text: str) -> None:
    assert find_phones(Folded.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "one two three four five six seven eight, that is the whole dance",
        "eins zwei drei vier fünf sechs sieben acht",
        "pain seven six six eight five seven four, Monday to Sunday",
        "Schmerz sechs sieben sechs fünf vier sechs sieben",
        "sixty fifty forty thirty twenty ten",
        "25 then 50 then 75 then 100 then 125",
        "I ring the bell at 10 20 30 40 50 and they come",
        "call me on 12 03 24 or the day after",
        "call 999 112 or whatever it is where you are",
        "ring 116 117 in Germany",
        "the number is 123456 in the queue",
        "Phone calls: 3 3 4 2 0 1 0 this week",
        "0-1-0-1-0-1-0-1-0, every other day",
    ],
)
def test_counting_scores_schedules_and_services_are_no_numbers(text: str) -> None:
    assert find_phones(Folded.of(text)) == []


def test_the_told_number_is_marked_and_nothing_else() -> None:
    text = "Ruft an: null eins sieben eins, drei neun zwei null null fünf, danke"
    spans = find_phones(Folded.of(text))
    assert {text[start:end] for start, end in spans} == {
        "null eins sieben eins, drei neun zwei null null fünf"
    }


def test_a_number_that_goes_up_after_its_first_digit_is_no_counting() -> None:
    assert is_counting([1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
    assert is_counting([9, 8, 7, 6, 5])
    assert not is_counting([6, 1, 2, 3, 4, 5, 6, 7, 8])
