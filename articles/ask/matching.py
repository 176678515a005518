"""How far the words of a text are those of a question. Pure.

A word counts fully; another spelling, another word for the same thing, and another form of it
count for a part. Words weigh as much as they tell: what stands in few articles tells most.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from articles.ask.thesaurus import (
    FAINT_TERMS,
    LEVELS,
    RAREST,
    lines_of,
    lines_with,
    lines_with_beginning,
    phrases_in,
)
from articles.ask.wording import FAINTLY, Asked, beginning, spelled

# What other forms of a word count for. Any values near these do about as well (docs/ask.md).
OTHER_SPELLING, SAME_THING, OTHER_FORM = 0.95, 0.85, 0.6
LOOSELY = 0.45  # the question has a special word, and the text a general one
EXPLAINED = 0.9  # words of which the question gives the abbreviation that the text uses

Weights = Mapping[str, float]


class Words:
    """The words of a text, ready to be held against a question."""

    def __init__(self, tokens: Iterable[str]) -> None:
        self.order = list(tokens)
        self.counts = Counter(self.order)

    @cached_property
    def lines(self) -> frozenset[int]:
        single = {number for token in self.counts for number in lines_of(token)}
        return frozenset(single | {phrase.number for phrase in phrases_in(self.order)})

    @cached_property
    def spellings(self) -> frozenset[str]:
        return frozenset(map(spelled, self.counts))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        return frozenset(map(beginning, self.counts)) - {""}

    def holds(self, term: str) -> float:
        """How far the text has a word, from 0 to 1."""
        if term in self.counts:
            return 1.0
        if spelled(term) in self.spellings:
            return OTHER_SPELLING
        if not self.lines.isdisjoint(lines_with(term)):
            return SAME_THING
        if not self.lines.isdisjoint(lines_with_beginning(term)):
            return LOOSELY
        return OTHER_FORM if beginning(term) in self.beginnings else 0.0


def weigh(asked: Asked, holding: Mapping[str, int], articles: int) -> dict[str, float]:
    """What each term of a question tells: how rare it is in the archive, or in reports on medicine.

    The smaller counts, each as a share of what the rarest word weighs: a small archive lacks many
    words by chance, and in one about a single illness its name tells nothing. `holding` says how
    many of so many articles hold a term. Everyday words tell less.
    """
    most = rarity(0, articles)
    return {
        term: min(rarity(holding.get(term, 0), articles), most * share_of_rarest(term))
        * (FAINTLY if term in FAINT_TERMS else 1.0)
        for term in asked.terms
    }


def share_of_rarest(term: str) -> float:
    """How rare a word is in reports on medicine: 1 for the rarest, near 0 for what all of them have."""
    return (LEVELS.get(term, RAREST) + 0.5) / (RAREST + 0.5)


def rarity(holding: int, articles: int) -> float:
    """The weight of a word that so many of so many articles hold: the inverse document frequency of Okapi BM25."""
    return math.log(1 + (max(articles, holding) - holding + 0.5) / (holding + 0.5))


def held(asked: Asked, words: Words) -> dict[str, float]:
    """How far a text has each term; abbreviations and phrases stand for the words they are for."""
    found = {term: words.holds(term) for term in asked.terms}
    said = [(terms, EXPLAINED) for short, terms in asked.long_forms if short in words.counts]
    said += [(each.tokens, SAME_THING) for each in asked.phrases if each.number in words.lines]
    for terms, share in said:
        found.update((term, max(found[term], share)) for term in terms if term in found)
    return found


def coverage(weights: Weights, found: Mapping[str, float]) -> float:
    """The share of what a question says that a text has, by weight, from 0 to 1."""
    total = sum(weights.values())
    return sum(weights[term] * found[term] for term in weights) / total if total else 0.0


def best_coverage(asked: Asked, weights: Weights, texts: Sequence[Words]) -> float:
    """The highest coverage of one text."""
    return max((coverage(weights, held(asked, words)) for words in texts), default=0.0)
