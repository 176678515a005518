"""Own-written lists of words: which say nothing of what is asked, which say little, which say the same.

The lists stand beside this, in `words/`. Words are compared as the index knows them, by their stems.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from articles.index.tokens import tokens
from articles.search.query import SMALL_WORDS

LISTS = Path(__file__).parent / "words"
# Words that are remembered with their lines: all of an archive, and a few megabytes.
REMEMBERED = 32_768
# Letters that a word has besides an ending of the list: "ase" alone is no enzyme.
ROOT_MIN = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that stand in a row and say together what one word of the line `number` says."""

    tokens: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class SameWords:
    """What says the same: for each token, beginning and ending the numbers of its lines.

    `kinds` are special words that say what a line says, and which it does not say. `members` gives
    the single tokens of a line; `phrases` those that begin with two tokens.
    """

    words: dict[str, frozenset[int]]
    kinds: dict[str, frozenset[int]]
    beginnings: dict[str, frozenset[int]]
    endings: dict[str, frozenset[int]]
    phrases: dict[tuple[str, ...], tuple[Phrase, ...]]
    members: dict[int, frozenset[str]]


def read_list(name: str) -> list[str]:
    """The lines of a list, without remarks."""
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_stems(name: str) -> frozenset[str]:
    """The tokens of a list."""
    return frozenset(tokens(" ".join(read_list(name))))


def read_same(lines: Iterable[str]) -> SameWords:
    """Read lines of words that say the same.

    `_` joins the words of a phrase; `*` stands for the rest of a word, at its end or its beginning;
    `<` stands before a special kind of the thing.

    >>> same = read_same(["kidney renal nephr* kidney_trouble", "removal *ectomy", "statin <lipitor"])
    >>> sorted(same.words), sorted(same.beginnings), sorted(same.endings), sorted(same.kinds)
    (['kidney', 'remov', 'renal', 'statin'], ['nephr'], ['ectomi'], ['lipitor'])
    """
    words: dict[str, set[int]] = {}
    kinds: dict[str, set[int]] = {}
    beginnings: dict[str, set[int]] = {}
    endings: dict[str, set[int]] = {}
    phrases: dict[tuple[str, ...], dict[Phrase, None]] = {}
    members: dict[int, set[str]] = {}
    for number, line in enumerate(lines):
        for entry in line.split():
            said = tuple(tokens(entry.strip("*<").replace("_", " ")))
            if entry.endswith("*"):
                beginnings.setdefault(entry[:-1], set()).add(number)
            elif entry.startswith("*"):
                endings.setdefault(said[0], set()).add(number)
            elif len(said) > 1:
                phrases.setdefault(said[:2], {})[Phrase(said, number)] = None
            else:
                said_by = kinds if entry.startswith("<") else words
                said_by.setdefault(said[0], set()).add(number)
                members.setdefault(number, set()).add(said[0])
    return SameWords(
        words=frozen(words),
        kinds=frozen(kinds),
        beginnings=frozen(beginnings),
        endings=frozen(endings),
        phrases={two: tuple(found) for two, found in phrases.items()},
        members={number: frozenset(found) for number, found in members.items()},
    )


def frozen(found: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    """The same, with one set for all that have the same lines: most have one line alone."""
    shared: dict[frozenset[int], frozenset[int]] = {}
    sets = {token: frozenset(lines) for token, lines in found.items()}
    return {token: shared.setdefault(lines, lines) for token, lines in sets.items()}


NO_TERMS = read_stems("untelling") | frozenset(tokens(" ".join(SMALL_WORDS)))
FAINT_TERMS = read_stems("faint") - NO_TERMS
SAME = read_same(read_list("same"))
_BEGINNING_LENGTHS = sorted({len(each) for each in SAME.beginnings})
_ENDING_LENGTHS = sorted({len(each) for each in SAME.endings})
_NOTHING: frozenset[int] = frozenset()

# For a token, n where about one of 2^n reports on medicine holds it; `RAREST` for those not counted.
RAREST = 12
LEVELS = {
    token: int(level)
    for level, words in (line.split(":") for line in read_list("medical"))
    for token in words.split()
}


def lines_with(token: str) -> frozenset[int]:
    """The lines that have a word itself."""
    return SAME.words.get(token, _NOTHING)


@lru_cache(maxsize=REMEMBERED)
def lines_with_beginning(token: str) -> frozenset[int]:
    """The lines that have the beginning of a word."""
    found = (SAME.beginnings.get(token[:length], _NOTHING) for length in _BEGINNING_LENGTHS)
    return _NOTHING.union(*found)


@lru_cache(maxsize=REMEMBERED)
def lines_of(token: str) -> frozenset[int]:
    """The lines that a word of a text stands for, by itself, its beginning, its ending, or as a kind of it.

    An ending or the list tells what a special word is ("propranolol" is a beta blocker), and not the
    other way round: somebody who asks for propranolol does not want another one.
    """
    lengths = (length for length in _ENDING_LENGTHS if length + ROOT_MIN <= len(token))
    found = (SAME.endings.get(token[-length:], _NOTHING) for length in lengths)
    kinds = SAME.kinds.get(token, _NOTHING)
    return lines_with(token) | kinds | lines_with_beginning(token).union(*found)


def phrases_in(order: Sequence[str]) -> list[Phrase]:
    """The phrases of the list that stand in a text."""
    return [
        phrase
        for start, two in enumerate(pairwise(order))
        for phrase in SAME.phrases.get(two, ())
        if tuple(order[start : start + len(phrase.tokens)]) == phrase.tokens
    ]


def others_for(term: str) -> frozenset[str]:
    """Other single words for what a word of a question says."""
    return _members(lines_with(term) | lines_with_beginning(term)) - {term}


def _members(lines: Iterable[int]) -> frozenset[str]:
    return frozenset().union(*(SAME.members.get(number, frozenset()) for number in lines))
