"""Arithmetic that several countries share. Every function takes digits as a string."""

from collections.abc import Sequence
from datetime import date

# Verhoeff, "Error detecting decimal codes" (Mathematical Centre Tracts 29, 1969): the
# multiplication of the symmetries of a pentagon, and the permutation used place by place.
_PENTAGON = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_PERMUTATION = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def weighed(digits: str, weights: Sequence[int]) -> int:
    """The sum of the digits, each times its weight.

    >>> weighed("123", (3, 2, 1))
    10
    """
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def passes_verhoeff(digits: str) -> bool:
    """The check digit of Verhoeff, in its dihedral form.

    >>> passes_verhoeff("2363")
    True
    """
    state = 0
    for place, digit in enumerate(reversed(digits)):
        state = int(_PENTAGON[state][int(_PERMUTATION[place % 8][int(digit)])])
    return state == 0


def passes_mod_11_10(digits: str) -> bool:
    """The check digit of ISO/IEC 7064, MOD 11,10.

    >>> passes_mod_11_10("07945")
    True
    """
    product = 10
    for digit in digits[:-1]:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return (product + int(digits[-1])) % 10 == 1


def digit_sum(number: int) -> int:
    return sum(map(int, str(number)))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_day_of_some_century(year: int, month: int, day: int) -> bool:
    """The same for a year of two digits: 29 February needs one leap year among 1900 and 2000."""
    return is_day(1900 + year, month, day) or is_day(2000 + year, month, day)
