"""Learning weights from phrases: a linear support vector machine, in plain Python. Pure.

Dual coordinate descent for the squared hinge loss, after Hsieh, Chang, Lin, Keerthi and Sundararajan,
"A dual coordinate descent method for large-scale linear SVM" (ICML 2008), without shrinking, in an
order that is always the same. So the same phrases give the same weights on any machine.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise

from community.screening.crisis.reading import sentences
from community.screening.folded import Folded
from community.screening.worded.concepts import Concepts
from community.screening.worded.features import features
from community.screening.worded.weights import POWER, Weights

SEEN_MIN = 2  # phrases; a feature of one phrase teaches that phrase by heart
ROUNDS = 40  # after which no weight moves any more
COST = 1.0  # of a phrase on the wrong side; measured: 0.5 to 10 make little difference
END = re.compile(r"[.!?]+\s|$")
SENTENCES_TOGETHER = 3
BIAS = 1.0  # a larger one moves slowly: the descent would stop before it has settled


@dataclass(frozen=True, slots=True)
class Example:
    """A phrase, whether it is one of danger, and how much it counts (1 is usual)."""

    text: str
    is_danger: bool
    counts: float = 1.0


Row = list[tuple[int, float]]


def learn(examples: Sequence[Example], concepts: Concepts, digest: str = "") -> Weights:
    """The weights that tell the phrases of danger from the others."""
    examples = [part for example in examples for part in in_stretches(example)]
    counted = [features_of(example.text, concepts) for example in examples]
    seen = Counter(name for each in counted for name in each)
    names = sorted(name for name, number in seen.items() if number >= SEEN_MIN)
    places = {name: place for place, name in enumerate(names, start=1)}
    rows = [_row(each, places) for each in counted]
    weights = _descended(rows, examples, len(names) + 1)
    return Weights(weights[0] * BIAS, digest, dict(zip(names, weights[1:], strict=True)))


def in_stretches(example: Example) -> list[Example]:
    """A long harmless text as it is scored: sentence by sentence with its neighbours.

    Of a long text of danger nobody knows in which sentence it lies.
    """
    ends = [match.end() for match in END.finditer(example.text)]
    if example.is_danger or len(ends) <= SENTENCES_TOGETHER:
        return [example]
    cuts = [0, *ends[SENTENCES_TOGETHER - 1 : -1 : SENTENCES_TOGETHER], len(example.text)]
    return [replace(example, text=example.text[start:end]) for start, end in pairwise(cuts)]


def features_of(text: str, concepts: Concepts) -> Counter[str]:
    """How often each feature stands in a text."""
    read = (each.words for each in sentences(Folded.of(text)) if not each.is_pair)
    return Counter(name for words in read for name, _, _ in features(words, concepts))


def _row(counted: Mapping[str, int], places: Mapping[str, int]) -> Row:
    """One line of the matrix; the bias comes first. Features of one phrase only count in the number."""
    length = max(sum(counted.values()), 1) ** POWER
    known = ((places[name], times / length) for name, times in counted.items() if name in places)
    return [(0, BIAS), *known]


def _descended(rows: Sequence[Row], examples: Sequence[Example], size: int) -> list[float]:
    weights, held = [0.0] * size, [0.0] * len(rows)
    signs = [1.0 if example.is_danger else -1.0 for example in examples]
    slack = [1 / (2 * COST * example.counts) for example in examples]
    squares = [sum(value * value for _, value in row) for row in rows]
    order, shuffle = list(range(len(rows))), random.Random(1).shuffle  # noqa: S311  no secret
    for _ in range(ROUNDS):
        shuffle(order)
        for place in order:
            row, sign = rows[place], signs[place]
            margin = sign * sum(weights[column] * value for column, value in row)
            slope = margin - 1 + slack[place] * held[place]
            new = max(held[place] - slope / (squares[place] + slack[place]), 0.0)
            step, held[place] = sign * (new - held[place]), new
            if step:
                for column, value in row:
                    weights[column] += step * value
    return weights


def digest_of(examples: Iterable[Example], concepts: str) -> str:
    """A short sign of everything that is learned from: the phrases and the kinds of words."""
    text = "\n".join(f"{each.is_danger} {each.counts} {each.text}" for each in examples)
    return sha256(f"{concepts}\n{text}".encode()).hexdigest()[:16]
