"""Payment card numbers. All numbers here are the networks' published test numbers."""

import pytest

from community.screening.contact_details.cards import find_cards, passes_luhn
from community.screening.folded import Folded


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111.1111.1111.1111",
        "my card is 5555555555554444, 12/29",
        "378282246310005",
        "3782 822463 10005",
        "6011 1111 1111 1117",
        "30569309025904",
        "3530111333300000",
        "4111\N{ZERO WIDTH SPACE}1111 1111 1111",
        "2223 0031 2200 3222",
        "4242_4242_4242_4242",
        "4111/1111/1111/1111",
        "4111,1111,1111,1111",
        "070-123 45 67, 4111 1111 1111 1111",
    ],
)
def test_a_card_number_is_found(text):
    assert find_cards(Folded.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1112",  # the check digit is wrong
        "0000 0000 0000 0000",
        "ORCID 0000-0002-1825-0097",
        "4006381333931",  # an article number
        "IMEI 356938035643809",
        "barcode 5901234123457",
        "+4915112345678",
        "4111 1111 1111 1111 steps",
        "3.141592653589793",
        "20240315123456",
        "1234567890123456",
    ],
)
def test_other_long_numbers_are_not_cards(text):
    assert find_cards(Folded.of(text)) == []


def test_the_check_of_the_standard_is_used():
    assert passes_luhn("79927398713")
    assert not passes_luhn("79927398710")
