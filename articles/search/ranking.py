"""In which order things are shown that all fit. Pure, and so the same on every database.

Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, section 3) on the
tokens of each entry. What stands in a title or a standfirst counts several times.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from articles.index.tokens import END, EVERY
from articles.search.query import Term

HEAD_WEIGHT = 4.0  # a word in the title says what all of it is about
_END = f" {END} "
_SATURATION, _LENGTH_SHARE = 1.2, 0.75  # k1 and b: the values the authors recommend


class Found(NamedTuple):
    """An entry that fits: its key, the article it stands below, and its tokens."""

    key: int
    article: int
    tokens: str


def rank(found: Sequence[Found], terms: Sequence[Term], entries: Mapping[str, int]) -> list[Found]:
    """The best first; of two that are worth the same, the one that came first in `found`.

    `entries` says how many entries hold a token; one that is not there counts as rare.
    """
    if not terms or len(found) < 2:
        return list(found)
    wanted = [(f" {' '.join(term.tokens)} ", rarity(term, entries)) for term in terms]
    lengths = [each.tokens.count(" ") for each in found]
    average = sum(lengths) / len(lengths) or 1.0
    worth = [
        worth_of(f" {each.tokens} ", wanted, length / average)
        for each, length in zip(found, lengths, strict=True)
    ]
    order = sorted(range(len(found)), key=lambda number: -worth[number])
    return [found[number] for number in order]


def worth_of(tokens: str, wanted: Sequence[tuple[str, float]], length: float) -> float:
    """What an entry is worth; `length` is its length by that of an average one.

    Tokens and words have a space at either end. A word that is said twice in a row counts once.
    """
    head = tokens.find(_END) + 1
    spread = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length)
    worth = 0.0
    for words, weight in wanted:
        times = float(tokens.count(words))
        if head > 1:
            times += (HEAD_WEIGHT - 1) * tokens.count(words, 0, head)
        worth += weight * times * (_SATURATION + 1) / (times + spread)
    return worth


def rarity(term: Term, entries: Mapping[str, int]) -> float:
    """How much a term tells one entry from another: that of its rarest word."""
    everything = entries.get(EVERY, 0)
    holding = min(entries.get(token, 0) for token in term.tokens)
    return math.log(1 + (max(everything, holding) - holding + 0.5) / (holding + 0.5))
