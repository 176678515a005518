"""Which numbers are found in a text, and what they say."""

import pytest

from articles.stories.comparing.numbers import numbers, overlap, shared, telling_digits


def found(text: str) -> dict[str, str]:
    return {key: number.text for key, number in numbers(text).items()}


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("In all, 1,049 adult participants came.", "1049", "1,049 adult participants"),
        ("Thirty-eight people came.", "38", "38 people"),
        ("A hundred and twenty-four customers came.", "124", "124"),
        ("It fell by 62 per cent.", "62%", "62%"),
        ("It fell by 31.6%.", "31.6%", "31.6%"),
        ("It was chance (p = 0.27).", "p 0.27", "p = 0.27"),
        ("A low count in 41 of 118 people.", "41 of 118", "41 of 118"),
        ("Of the 97 of the 164 patients", "97 of 164", "97 of 164"),
        ("They took 4.5 mg a day.", "4.5 mg", "4.5 mg"),
    ],
)
def test_a_number_is_found(text: str, key: str, words: str) -> None:
    assert found(text)[key] == words


@pytest.mark.parametrize("text", ["for 12 weeks", "in 2031", "5 cats", "room 3/14", "COVID-19"])
def test_times_years_and_single_digits_say_nothing(text: str) -> None:
    assert found(text) == {}


def test_a_number_says_the_more_the_more_digits_it_has() -> None:
    weights = [
        numbers(f"{words} patients")[words.replace(",", "")].weight
        for words in ("100", "96", "164", "1,049")
    ]
    assert weights == sorted(set(weights))


def test_the_smaller_weight_counts_when_only_one_says_who_is_counted() -> None:
    both = shared(numbers("There were 164 patients."), numbers("Look at page 164."))
    assert both["164"].weight == numbers("Look at page 164.")["164"].weight


def test_the_parts_of_a_shared_fraction_do_not_count_again() -> None:
    text = "A low count in 41 of 118 people."
    assert list(shared(numbers(text), numbers(text))) == ["41 of 118"]


def test_one_number_in_common_is_no_overlap() -> None:
    assert overlap(numbers("86, 83 and 47"), numbers("86 and 21")) == 0
    assert overlap(numbers("86, 83 and 47"), numbers("86, 47")) == 1


def test_noughts_at_the_ends_say_nothing() -> None:
    numbers_ = ("1,049", "200,000", "0.5", "12.0", "0")
    assert [telling_digits(each) for each in numbers_] == [4, 1, 1, 2, 1]
