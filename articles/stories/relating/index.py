"""The archive as an index of terms: how alike two articles are by what they say. Pure.

Vectors of terms weighted by their rarity, compared by the cosine (Salton and Buckley,
"Term-weighting approaches in automatic text retrieval", 1988). Numbers stand in arrays: 5,000
articles of 200 terms take about 20 MB.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping

QUERY_TERMS = 120  # the weightiest of an article; the rest changes no order worth having
# A term that more of a large archive has says little, and takes most of the time.
COMMON_SHARE, COMMON = 0.05, 100


class Index:
    """Articles by their keys. Add them all, `finish`, then ask."""

    def __init__(self) -> None:
        self.keys: list[int] = []
        self.places: dict[int, int] = {}
        self._numbers: dict[str, int] = {}
        self._terms: list[array[int]] = []
        self._weights: list[array[float]] = []
        self._articles_of: list[array[int]] = []
        self._weights_of: list[array[float]] = []

    def add(self, key: int, terms: Mapping[str, float]) -> None:
        """One article."""
        self.places[key] = len(self.keys)
        self.keys.append(key)
        numbers = (self._numbers.setdefault(term, len(self._numbers)) for term in terms)
        self._terms.append(array("I", numbers))
        self._weights.append(array("f", terms.values()))

    def finish(self) -> None:
        """Weigh the terms by their rarity, and turn the articles round into lists by term."""
        counts = array("I", bytes(4 * len(self._numbers)))
        for terms in self._terms:
            for term in terms:
                counts[term] += 1
        rarity = [rarity_of(count, len(self.keys)) for count in counts]
        self._articles_of = [array("I") for _ in counts]
        self._weights_of = [array("f") for _ in counts]
        common = max(COMMON, COMMON_SHARE * len(self.keys))
        for place, terms in enumerate(self._terms):
            weights = scaled(self._weights[place], [rarity[term] for term in terms])
            self._weights[place] = weights
            for term, weight in zip(terms, weights, strict=True):
                if 1 < counts[term] <= common:
                    self._articles_of[term].append(place)
                    self._weights_of[term].append(weight)

    def nearest(self, key: int, most: int) -> list[tuple[int, float]]:
        """Up to `most` other articles with how alike they are (0 to 1), the nearest first."""
        place = self.places.get(key)
        if place is None:
            return []
        pairs = zip(self._weights[place], self._terms[place], strict=True)
        scores = self._scores(sorted(pairs, reverse=True)[:QUERY_TERMS])
        scores.pop(place, None)
        found = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:most]
        return [(self.keys[other], score) for other, score in found]

    def _scores(self, weighted: Iterable[tuple[float, int]]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for weight, term in weighted:
            for other, its in zip(self._articles_of[term], self._weights_of[term], strict=True):
                scores[other] += weight * its
        return scores

    def vector(self, key: int) -> dict[int, float]:
        """The weights of an article by its terms, as `alike` takes them."""
        place = self.places[key]
        return dict(zip(self._terms[place], self._weights[place], strict=True))


def alike(first: Mapping[int, float], second: Mapping[int, float]) -> float:
    """The cosine of two vectors."""
    return sum(weight * second[term] for term, weight in first.items() if term in second)


def rarity_of(count: int, articles: int) -> float:
    """The usual logarithm (Sparck Jones, 1972), never below 0."""
    return max(0.0, math.log((articles + 1) / (count + 0.5)))


def scaled(weights: "array[float]", rarity: list[float]) -> "array[float]":
    """The weights by rarity, as a vector of length 1 (or 0)."""
    values = [weight * rare for weight, rare in zip(weights, rarity, strict=True)]
    length = math.sqrt(sum(value * value for value in values)) or 1.0
    return array("f", (value / length for value in values))
