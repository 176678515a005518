"""Check digits that several countries share. The examples are those of the standards."""

import pytest

from community.screening.personal_details.check_digits import (
    is_day,
    is_day_of_some_century,
    passes_mod_11_10,
    passes_verhoeff,
    weighed,
)


def test_a_verhoeff_digit_sees_every_single_slip_and_every_swap_of_neighbours():
    right = "2363"
    assert passes_verhoeff(right)
    slips = [right[:i] + d + right[i + 1 :] for i in range(4) for d in "0123456789"]
    swaps = ["3263", "2633", "2336"]
    assert [text for text in (*slips, *swaps) if passes_verhoeff(text)] == [right] * 4


def test_a_digit_modulo_11_10_sees_every_single_slip():
    right = "07945"
    slips = [right[:i] + d + right[i + 1 :] for i in range(5) for d in "0123456789"]
    assert [text for text in slips if passes_mod_11_10(text)] == [right] * 5


def test_weights_must_be_as_many_as_digits():
    assert weighed("123", (3, 2, 1)) == 10
    with pytest.raises(ValueError):
        weighed("12", (1, 2, 3))


def test_a_day_must_be_in_the_calendar():
    assert is_day(2000, 2, 29) and not is_day(1900, 2, 29) and not is_day(2001, 13, 1)
    assert is_day_of_some_century(0, 2, 29) and not is_day_of_some_century(1, 2, 29)
