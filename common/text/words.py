"""Words: taking them out, counting them, showing the first few."""

import re
import unicodedata
from collections.abc import Iterator

from common.text.cleaning import one_line

# Vowel signs, points and joiners, which are part of a word but no letter to `\\w`.
SIGNS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u0f18-\u0fbc\u102b-\u109d\u17b4-\u17d3"
    "\u200c\u200d\u3099\u309a"
)
_WORD = re.compile(rf"\w[\w{SIGNS}]*+(?:['\u2019\u2010\u2011-]\w[\w{SIGNS}]*+)*+")

_WEAK_END = " ,;:.-\u2013\u2014(["


def words(text: str) -> list[str]:
    """The words as they were written, in order. "Won't", "well-being" and "70" are one each.

    A run of Chinese, Japanese or Thai is one word: those languages put no spaces between.
    """
    return _WORD.findall(text)


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each of those words begins and ends."""
    return (match.span() for match in _WORD.finditer(text))


def word_count(text: str) -> int:
    """How many words `words` would find."""
    return sum(1 for _ in _WORD.finditer(text))


def excerpt(text: str, length: int) -> str:
    """The beginning on one line, at most `length` (1 or more) characters, ended by "…" if cut.

    Cut between words where there is a space, and never inside an emoji or an accented letter.
    """
    line = one_line(text)
    if len(line) <= length:
        return line
    cut = _end_of_word(line, length - 1)
    return line[:cut].rstrip(_WEAK_END) + "…"


def _end_of_word(line: str, limit: int) -> int:
    space = line.rfind(" ", 0, limit + 1)
    return space if space > 0 else _end_of_character(line, limit)


def _end_of_character(line: str, limit: int) -> int:
    while limit > 0 and (_continues(line[limit]) or line[limit - 1] == "\u200d"):
        limit -= 1
    return limit


def _continues(character: str) -> bool:
    is_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return is_tone or character == "\u200d" or unicodedata.category(character)[0] == "M"
