"""How much a text is like the advertising that moderators rejected. Pure.

Each feature has a probability after Robinson ("A statistical approach to the spam problem", Linux
Journal 107, 2003): its share in both kinds of texts, drawn towards one half the fewer texts it was
seen in. The probabilities of a text are joined by Fisher's method for both kinds, as there; so many
weak signs do not add up to a certainty, and a text of unknown words gets one half.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from community.screening.folded import Folded, Span
from community.screening.learned.features import features
from community.screening.learned.model import Model

# How many texts the belief that an unknown word says nothing weighs.
STRENGTH = 1.0
UNDECIDED = 0.1  # words this near to one half say nothing and are left out
SIGNS_MAX = 60  # the most telling ones of a text; a long honest story has many weak ones


@dataclass(frozen=True, slots=True)
class Sign:
    """A feature of a text, the probability of advertising that it stands for, and its places."""

    name: str
    probability: float
    spans: tuple[Span, ...]

    @property
    def weight(self) -> float:
        return abs(self.probability - 0.5)


@dataclass(frozen=True, slots=True)
class Score:
    """`value` from 0 (wanted) to 1 (advertising); the signs for advertising, the strongest first."""

    value: float
    signs: tuple[Sign, ...]


def score(model: Model, folded: Folded) -> Score:
    """Hold a text against what was learned."""
    signs = [
        Sign(name, probability(model, name), tuple(spans))
        for name, spans in features(folded).items()
        if name in model.counts
    ]
    telling = sorted((s for s in signs if s.weight >= UNDECIDED), key=lambda s: (-s.weight, s.name))
    used = telling[:SIGNS_MAX]
    value = joined([sign.probability for sign in used])
    return Score(value, tuple(sign for sign in used if sign.probability > 0.5))


def probability(model: Model, name: str) -> float:
    """How much a feature stands for advertising, never quite 0 or 1."""
    spam, wanted = model.counts[name]
    share_spam, share_wanted = spam / model.spam_texts, wanted / model.wanted_texts
    seen = spam + wanted
    share = share_spam / (share_spam + share_wanted)
    return (STRENGTH * 0.5 + seen * share) / (STRENGTH + seen)


def joined(probabilities: list[float]) -> float:
    """One value from many, after Fisher: 0.5 where both kinds, or neither, are likely."""
    if not probabilities:
        return 0.5
    freedom = 2 * len(probabilities)
    spam = 1 - chi_squared(-2 * log_sum(1 - p for p in probabilities), freedom)
    wanted = 1 - chi_squared(-2 * log_sum(probabilities), freedom)
    return (1 + spam - wanted) / 2


def log_sum(values: Iterable[float]) -> float:
    """The logarithm of a product."""
    return sum(math.log(value) for value in values)


def chi_squared(value: float, freedom: int) -> float:
    """The chance that chi squared with an even number of degrees of freedom is at least `value`.

    >>> round(chi_squared(5.99, 2), 2)
    0.05
    """
    half = value / 2
    term = math.exp(-half)
    total = term
    for step in range(1, freedom // 2):
        term *= half / step
        total += term
    return min(total, 1.0)
