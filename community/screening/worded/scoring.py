"""How much a text is like phrases of danger, and which words made it so. Pure.

A score is a weighted sum of features over a power of their number, so that a long sentence is no more
alarming than a short one. Sentences are scored together with their neighbours, and never a whole long
post: many harmless lines do not add up to an alarm, and one plain line among many is still seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from community.screening.crisis.reading import Sentence
from community.screening.folded import Folded, Span
from community.screening.worded.concepts import Concepts
from community.screening.worded.features import NEAR, NOT, counted, features, negated
from community.screening.worded.weights import POWER, Weights, file_of, from_text

SENTENCES_TOGETHER = 3
WORDS_MAX, OVERLAP = 20, 8  # of a part of a sentence that has no end
ALONE_LESS = 0.4
LONG, LONG_LESS = 6, 0.2  # sentences
# Of the words of an alarming place, those are marked that weigh at least this share of the heaviest.
SHARE_OF_THE_HEAVIEST = 0.4
# The sum of weights of a sentence, and its number of features.
Sum = tuple[float, int]


@dataclass(frozen=True, slots=True)
class Place:
    """An alarming stretch of neighbouring sentences, with its score."""

    score: float
    sentences: tuple[Sentence, ...]


class Learned:
    """Kinds of words and the weights that were learned with them, made ready for quick sums."""

    def __init__(self, concepts: Concepts, weights: Weights) -> None:
        self.concepts = concepts
        self.weights = weights
        self.always = weights.always
        self._roots: dict[str, float] = {}
        self._pairs: dict[str, dict[str, float]] = {}
        self._kinds: dict[str, float] = {}
        self._near: dict[str, dict[str, float]] = {}
        for name, weight in weights.of.items():
            first, _, second = name.partition(" ")
            of_kinds = first[:1] == "<"
            if second:
                table = self._near if of_kinds else self._pairs
                table.setdefault(first.strip("<>"), {})[second.strip("<>")] = weight
            else:
                (self._kinds if of_kinds else self._roots)[first.strip("<>")] = weight

    def most_alarming(self, sentences: Iterable[Sentence]) -> Place:
        """The stretch of a text with the highest score; for an empty text one without sentences.

        A sentence alone counts less by `ALONE_LESS`: what its neighbours say could make it harmless. In
        a long text everything counts less by `LONG_LESS`: many places have many chances to alarm.
        """
        alone = [part for sentence in sentences if not sentence.is_pair for part in parts(sentence)]
        sums = [self._sum(sentence.words) for sentence in alone]
        last = max(1, len(alone) - SENTENCES_TOGETHER + 1)
        less = LONG_LESS if len(alone) > LONG else 0.0
        places = [(start, start + SENTENCES_TOGETHER, less) for start in range(last)]
        if len(alone) > 1:
            places += [(start, start + 1, less + ALONE_LESS) for start in range(len(alone))]
        scores = [self._joined(sums[start:end]) - less for start, end, less in places]
        score = max(scores)
        start, end, _ = places[scores.index(score)]
        return Place(score, tuple(alone[start:end]))

    def heaviest_words(self, place: Place, folded: Folded) -> Iterator[Span]:
        """Where the original has the words that speak most for danger.

        The weight of a feature is shared among its words.
        """
        shares = [self._shares(sentence.words) for sentence in place.sentences]
        least = max((max(each) for each in shares), default=0.0) * SHARE_OF_THE_HEAVIEST
        for sentence, worth in zip(place.sentences, shares, strict=True):
            for piece, weight in zip(sentence.pieces, worth, strict=True):
                if weight > 0 and weight >= least:
                    yield folded.span(*piece)

    def _joined(self, sums: Sequence[Sum]) -> float:
        number = sum(number for _, number in sums)
        scale: float = max(number, 1) ** POWER
        return self.always + sum(weight for weight, _ in sums) / scale

    def _sum(self, words: tuple[str, ...]) -> Sum:
        """Add up what `features` names one by one, many times quicker."""
        roots = [counted(word) for word in words]
        total, pairs, kinds, near = 0.0, self._pairs, self._kinds, self._near
        for name in roots:
            total += self._roots.get(name, 0.0)
        for before, name in pairwise(roots):
            if before in pairs:
                total += pairs[before].get(name, 0.0)
        found, under = self.concepts.find(words), negated(words)
        number = 2 * len(roots) - 1 + len(found)
        for place, (start, end, kind) in enumerate(found, start=1):
            total += kinds.get(NOT + kind if under[start] else kind, 0.0)
            beside, reach = near.get(kind, {}), end + NEAR
            for later, _, other in found[place:]:
                if later >= reach:
                    break
                if other != kind or later >= end:
                    total += beside.get(other, 0.0)
                    number += 1
        return total, number

    def _shares(self, words: tuple[str, ...]) -> list[float]:
        worth = [0.0] * len(words)
        for name, start, end in features(words, self.concepts):
            for place in range(start, end):
                worth[place] += self.weights.of.get(name, 0.0) / (end - start)
        return worth


def parts(sentence: Sentence) -> list[Sentence]:
    """A long sentence, as typed without stops, in overlapping parts."""
    number = len(sentence.words)
    if number <= WORDS_MAX:
        return [sentence]
    typed = list(zip(sentence.words, sentence.pieces, strict=True))
    starts = range(0, number - OVERLAP, WORDS_MAX - OVERLAP)
    return [Sentence.of(typed[start : start + WORDS_MAX]) for start in starts]


@cache
def learned(name: str) -> Learned:
    """What was learned about "crisis" or "red_flags"; read once, when first asked for."""
    return Learned(Concepts(name), from_text(file_of(name).read_text(encoding="utf-8")))
