"""Phone numbers of many countries, without taking doses, dates and study numbers for them."""

import re
from collections.abc import Iterator

from community.screening.contact_details.not_phones import (
    blanked,
    is_grouped,
    is_measured,
    is_numbered,
)
from community.screening.folded import Folded, Span
from community.screening.help_lines import is_help_line

# ITU-T E.164 allows 15 digits; fewer than 7 are a short number of a service, not of a person.
DIGITS_MAX = 15
DIGITS_MIN = 7

DIGIT = re.compile(r"\d")
DASH = "\u2010\u2011\u2012\u2013-"
SEPARATOR = rf"(?:\s?[{DASH}]\s?|\s?/\s?|\.\s?|\s{{1,2}})"
CANDIDATE = re.compile(
    rf"(?<![\w.,:/#$\u20ac\u00a3+{DASH}]) (?:\+\s?|\(\s?\+?)? \d"
    rf"(?: (?:{SEPARATOR}|\s?\(\s?|\s?\)\s?[{DASH}]?\s?)? \d ){{6,17}} (?![\w%]|[.,:]\d)",
    re.VERBOSE,
)

# Words that say a number is for calling. The nearer to the number, the surer.
CUE = re.compile(
    r"\b(?:phone|telephone|tel|mobile|cell|cellphone|landline|call|calling|ring|ringing|dial|"
    r"whats\s?app|text\s(?:me|us|her|him)|sms|fax|viber|telegram|signal|"
    r"(?:my|her|his|our|your|contact|home|work|the)\s(?:number|nr|no)|number\sis|reach\s(?:me|us))"
    r"\b\.?[^.!?\n]{0,30}$"
)
CUE_REACH = 50  # characters

# Spelt digits: "oh seven seven double zero nine ...".
DIGIT_WORD = r"(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine|\d)"
SPELT = re.compile(
    rf"(?<!\w)(?:plus\s)?(?:(?:double|triple)\s)?{DIGIT_WORD}"
    rf"(?:[\s,{DASH}]{{1,2}}(?:(?:double|triple)\s)?{DIGIT_WORD}){{6,16}}(?!\w)"
)
COUNTING = re.compile(r"two[\s,]+three[\s,]+four[\s,]+five")
WORDS_OF_A_SPELT_NUMBER = 4  # "1 2 3 4 5 6 seven" is counting


def find_phones(folded: Folded) -> list[Span]:
    """Return the places in the original of everything that reads as a phone number."""
    if not holds_enough_digits(folded.text):
        return []
    text = blanked(folded.text)
    return [folded.span(start, end) for start, end in (*_written(text), *_spelt(text))]


def holds_enough_digits(text: str) -> bool:
    """Whether there are as many digits, or words for them, as a number needs. Most posts have fewer."""
    return len(DIGIT.findall(text)) >= DIGITS_MIN or SPELT.search(text) is not None


def _written(text: str) -> Iterator[Span]:
    for match in CANDIDATE.finditer(text):
        start, end = match.span()
        start += text[start] == "(" and ")" not in match.group()  # "(070-123 45 67 after six)"
        before = text[max(0, start - CUE_REACH) : start]
        if _is_phone(text[start:end], before, text[end : end + CUE_REACH]):
            yield start, end


def _is_phone(number: str, before: str, after: str) -> bool:
    digits = re.sub(r"\D", "", number)
    if not DIGITS_MIN <= len(digits) <= DIGITS_MAX or len(set(digits)) < 2:
        return False
    if is_help_line(number) or is_measured(after) or is_numbered(before):
        return False
    return bool(CUE.search(before)) or (is_dialled(number, digits) and not is_grouped(number))


def is_dialled(number: str, digits: str) -> bool:
    """Say whether the number has a shape that only phone numbers have."""
    shape = _shape(number)
    if _mixes_dots(number):
        return False
    return (
        (number.lstrip("( ").startswith("+") and len(digits) >= 8)
        or (digits.startswith("00") and len(digits) >= 10 and digits[2] != "0")
        or bool(NATIONAL.fullmatch(digits) and not ONE_ZERO.match(number))
        or bool(AREA_IN_BRACKETS.match(number) and len(digits) >= 8)
        or bool(SHAPES.fullmatch(shape))
    )


NATIONAL = re.compile(r"0[1-9]\d{7,10}")  # trunk zero, area, number: 9 to 12 digits
ONE_ZERO = re.compile(r"0\s?[.\s]")  # "0.75 0.80 0.85", a row of values
AREA_IN_BRACKETS = re.compile(r"\(\s?(?!(?:19|20)\d\d\s?\))\d{2,5}\s?\)")

# Groups with one separator written as a space. North America, India, China, Spain, Italy,
# freephone in Australia and North America.
SHAPES = re.compile(
    r"""
      (?:1\s)?[2-9]\d\d\s\d{3}\s\d{4}
    | 1?[2-9]\d{9}
    | [6-9]\d{4}\s\d{5}
    | 1[3-9]\d\s\d{4}\s\d{4} | 1[3-9]\d{9}
    | [679]\d\d\s\d\d\s\d\d\s\d\d
    | 3[2-9]\d\s\d{6,7}
    | 1[38]00\s\d{3}\s\d{3}
    """,
    re.VERBOSE,
)


def _shape(number: str) -> str:
    """Write every separator as one space: "555-123.4567" has the shape "555 123 4567"."""
    return re.sub(r"[^\d]+", " ", number).strip()


def _mixes_dots(number: str) -> bool:
    """A dot beside other separators belongs to values or dates, except after a country code."""
    inner = re.sub(r"^\+\s?\d{1,3}\s?", "", number)
    return "." in inner and bool(re.search(rf"[\s/{DASH}]", inner.replace(". ", ".")))


def _spelt(text: str) -> Iterator[Span]:
    for match in SPELT.finditer(text):
        words = re.findall(r"[a-z]+", match.group())
        if len(words) >= WORDS_OF_A_SPELT_NUMBER and not COUNTING.search(match.group()):
            yield match.span()
