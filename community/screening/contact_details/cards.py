"""Payment card numbers: the right length, a known beginning, and the check digit."""

import re

from community.screening.contact_details.not_phones import is_measured, is_numbered
from community.screening.folded import Folded, Span

DIGIT = re.compile(r"\d")
DIGITS_MIN = 13
MARK = "(?:[ .\u00b7\u2022\u2010-\u2014-]{0,2}|[,/_|])"
CANDIDATE = re.compile(rf"(?<![\w.,/+-])\d(?:{MARK}\d){{12,18}}(?![\w/-])(?![.,]\d)")

# Beginnings and lengths as the networks publish them (ISO/IEC 7812 issuer ranges).
NETWORKS = re.compile(
    r"""
      4\d{12}(?:\d{3}|\d{6})?                                   # Visa
    | 5[1-5]\d{14}                                              # Mastercard
    | 2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}         # Mastercard since 2017
    | 3[47]\d{13}                                               # American Express
    | 3(?:0[0-5]|[689]\d)\d{11}                                 # Diners Club
    | 6(?:011|4[4-9]\d|5\d\d)\d{12,15}                          # Discover
    | 35(?:2[89]|[3-8]\d)\d{12}                                 # JCB
    | 62\d{14,17}                                               # UnionPay
    | (?:50|5[6-9]|6\d)\d{11,17}                                # Maestro
    """,
    re.VERBOSE,
)

WORDS_BEFORE = 40  # characters in which "barcode" or "steps" says what a number is


def find_cards(folded: Folded) -> list[Span]:
    """Return the places in the original of numbers that could pay."""
    if len(DIGIT.findall(folded.text)) < DIGITS_MIN:
        return []
    return [
        folded.span(*match.span())
        for match in CANDIDATE.finditer(folded.text)
        if is_card_number(re.sub(r"\D", "", match.group()))
        and not is_numbered(folded.text[max(0, match.start() - WORDS_BEFORE) : match.start()])
        and not is_measured(folded.text[match.end() : match.end() + WORDS_BEFORE])
    ]


def is_card_number(digits: str) -> bool:
    """Say whether the digits begin like a card, are as many, and pass the check."""
    return bool(NETWORKS.fullmatch(digits)) and len(set(digits)) > 1 and passes_luhn(digits)


def passes_luhn(digits: str) -> bool:
    """The check digit of ISO/IEC 7812-1, annex B: every second digit from the right is doubled.

    >>> passes_luhn("79927398713")
    True
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
