"""Phone numbers told in words: "null eins sieben eins, drei neun zwei ...", "469 then 555 then ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from community.screening.contact_details.digit_words import (
    ALL_WORDS,
    HUNDREDS,
    JOINERS,
    LANGUAGES,
    TOKEN,
    TWICE,
)
from community.screening.contact_details.not_phones import is_measured, is_scored
from community.screening.folded import Span

WORDS_MIN = 2  # fewer words for digits in a whole post tell no number
DIGITS_MIN, DIGITS_MAX = 7, 16
GAP = re.compile(r"[\s,;.:/()_+|\u2010-\u2014\u00b7-]{1,4}|")
# Said between the parts of a number.
FILLERS = frozenset(
    "then and dash hyphen minus space pause followed by next luego puis dann sen".split()
)
FILLERS_MAX = 2
REACH = 60  # characters in which "area code" or "call me" says what is told
COUNTED_UP = 3  # so many digits, each one more than the last, are counting
A_FEW = 2  # values a number has at least
UNSURE_MIN = 7  # words without "call me" and without a nought in front
NOUGHT_MIN = 6  # words after which a nought in front is enough
SINGLE_MIN = 3
TRUNK_MIN = 3  # digits of "0161", which is no dose

AREA = re.compile(
    r"\b(?:(?:area\s|country\s|dial(?:ling)?\s)?code|prefix|vorwahl|riktnummer|prefijo|indicatif|prefisso|kierunkowy)\b"
    r"[^.!?\n]{0,20}$"
)


class Part(NamedTuple):
    """A token of a number: how many digits it tells and, of a single digit, which one."""

    start: int
    end: int
    digits: int
    value: int | None
    is_word: bool
    is_nought: bool


@dataclass
class Told:
    """Tokens in a row that tell digits."""

    parts: list[Part] = field(default_factory=list)
    fillers: int = 0  # since the last part
    filled: int = 0  # between parts

    @property
    def digits(self) -> int:
        return sum(part.digits for part in self.parts)

    @property
    def words(self) -> int:
        return sum(part.is_word for part in self.parts)

    @property
    def span(self) -> Span:
        return self.parts[0].start, self.parts[-1].end


def tells_digits(text: str) -> bool:
    """Whether the text has words for digits, or digits with words between, enough of them for a
    number. Most posts have not.
    """
    said = TOKEN.findall(text)
    words = sum(map(ALL_WORDS.__contains__, said))
    if words < WORDS_MIN and not (
        " then " in text and sum(token.isdigit() for token in said) > WORDS_MIN
    ):
        return False
    return bool(languages_told(said))


def languages_told(said: list[str]) -> list[str]:
    """The languages in which these tokens could tell a number."""
    present = set(said)
    return [
        language
        for language, (units, _pairs) in LANGUAGES.items()
        if (language == "en" or len(present & units.keys()) >= A_FEW)
        and most_digits(said, language) >= NOUGHT_MIN
    ]


def find_told(text: str, cue: re.Pattern[str], cue_behind: re.Pattern[str]) -> Iterator[Span]:
    """Yield the places of told numbers. `cue` and `cue_behind` match words that say "call me"."""
    if not tells_digits(text):
        return
    tokens = list(TOKEN.finditer(text))
    for language in languages_told([token.group() for token in tokens]):
        for told in _rows(text, tokens, language):
            start, end = told.span
            before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
            called = AREA.search(before) or cue.search(before) or cue_behind.match(after)
            is_plain = is_measured(after) or (not called and is_scored(before, after))
            if not is_plain and _is_number(told, bool(called)):
                yield start, end


def most_digits(said: list[str], language: str) -> int:
    """How many digits these tokens could tell at the most, if they stood in one row.

    >>> most_digits("one of two hundred".split(), "en") >= 4
    True
    """
    units, pairs = LANGUAGES[language]
    times = max((TWICE[word] for word in said if word in TWICE), default=1)
    most = 0
    for word in said:
        if word.isdigit():
            most += len(word) * times
        elif word in HUNDREDS:
            most += HUNDREDS[word]
        elif word in units:
            most += times
        elif word in pairs:
            most += 2
    return most


def _rows(text: str, tokens: list[re.Match[str]], language: str) -> Iterator[Told]:
    row, times, past = Told(), 1, 0
    for token in tokens:
        word = token.group()
        if row.parts and not GAP.fullmatch(text[past : token.start()]):
            yield row
            row, times = Told(), 1
        past = token.end()
        part = _part(token, language, times, row)
        if part:
            row.parts.append(part)
            row.filled += row.fillers
            row.fillers, times = 0, 1
        elif word in TWICE:
            times = TWICE[word]
        elif row.parts and _may_stand_between(word, language) and row.fillers < FILLERS_MAX:
            row.fillers += 1
        elif row.parts:
            yield row
            row, times = Told(), 1
    if row.parts:
        yield row


def _may_stand_between(word: str, language: str) -> bool:
    return word in FILLERS or word == JOINERS.get(language)


def _part(token: re.Match[str], language: str, times: int, row: Told) -> Part | None:
    units, pairs = LANGUAGES[language]
    word, (start, end) = token.group(), token.span()
    if word.isdigit():
        value = int(word) if len(word) == 1 else None
        return Part(start, end, len(word) * times, value, False, word.startswith("0"))
    if word in HUNDREDS and row.parts:
        return Part(start, end, HUNDREDS[word], None, True, False)
    if word in units:
        # The unit of a pair is a part of it: "forty two" tells two digits.
        after_a_pair = bool(row.parts) and row.parts[-1].is_word and row.parts[-1].value is None
        return Part(start, end, 0 if after_a_pair else times, units[word], True, units[word] == 0)
    if word in pairs:
        return Part(start, end, 2, None, True, False)
    return None


def _is_number(told: Told, is_called: bool) -> bool:
    first = told.parts[0]
    starts = first.is_nought and first.digits < DIGITS_MIN
    if not DIGITS_MIN <= told.digits + (told.words == told.digits == NOUGHT_MIN) <= DIGITS_MAX:
        return False
    values = [part.value for part in told.parts if part.value is not None]
    if is_counting(values):
        return False
    if not told.words:
        return told.filled > 0 and (is_called or (starts and first.digits >= TRUNK_MIN))
    if told.words < WORDS_MIN:
        return False
    if any(part.is_word and part.value is None for part in told.parts):  # pairs, as of ages
        return is_called or starts or _begins_singly(told)
    if is_called or starts:
        return told.words >= WORDS_MIN and len(set(values)) >= A_FEW
    return told.words >= UNSURE_MIN and len(set(values)) > A_FEW


def _begins_singly(told: Told) -> bool:
    """Say whether single digits come before the pairs, as in no row of ages: "six one two, thirty ..."."""
    single = [part.value is not None for part in told.parts[: SINGLE_MIN + 1]]
    return all(single[:SINGLE_MIN]) and told.words >= UNSURE_MIN and told.parts[0].is_word


def is_counting(values: list[int]) -> bool:
    """Say whether the digits only go up or down by one, again and again.

    >>> is_counting([1, 2, 3, 4, 5, 6, 7]), is_counting([6, 1, 2, 3, 4, 5, 6, 7])
    (True, False)
    """
    steps = [after - before for before, after in pairwise(values)]
    if len(steps) < COUNTED_UP:
        return False
    for step in (1, -1):
        breaks = [place for place, each in enumerate(steps) if each != step]
        edges = [-1, *breaks, len(steps)]
        if all(b - a >= COUNTED_UP for a, b in pairwise(edges)):
            return True
    return False
