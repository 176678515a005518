"""How much a text is like the advertising that moderators rejected. Pure.

Naive Bayes on the features that a text has (Manning, Raghavan, Schütze, "Introduction to
Information Retrieval", 2008, chapter 13): each is worth the logarithm of its share in advertising
over its share in wanted texts. Two things are different from the textbook:

- Both shares are drawn towards the mean of the two, as if so many more texts of either kind had
  been seen in which it was equally common (Dirichlet smoothing, Zhai and Lafferty, 2004). So a word
  of few texts says little, and a rare honest word is no sign of advertising because advertising is
  rare, as it would be after adding one to every count.
- The sum is divided by the square root of the number of features. Words, pairs and kinds that say
  the same thing are not independent; a long text would otherwise always be certain.
"""

import math
from dataclasses import dataclass

from community.screening.folded import Folded, Span
from community.screening.learned.features import features
from community.screening.learned.model import Model

DRAWN_BY = 40  # texts of either kind; measured: 20 to 40 make little difference
WEIGHT_MAX = 3.0  # one feature alone is never a certainty: e^3 is 20 to 1
STEEPNESS = 2.0  # only the scale: a mean weight that moderators should see comes out at 0.8


@dataclass(frozen=True, slots=True)
class Sign:
    """A feature of a text, what it is worth (above 0: for advertising), and where it stands first."""

    name: str
    weight: float
    span: Span


@dataclass(frozen=True, slots=True)
class Score:
    """`value` from 0 (wanted) to 1 (advertising), 0.5 for unknown words.

    `signs` are the strongest for advertising, in the order of their weight.
    """

    value: float
    signs: tuple[Sign, ...]


def score(model: Model, folded: Folded, shown: int = 0) -> Score:
    """Hold a text against what was learned, and say which `shown` signs weighed most."""
    found = features(folded)
    weights = {name: weight(model, name) for name in found if name in model.counts}
    for_it = sorted((-worth, name) for name, worth in weights.items() if worth > 0)
    signs = (Sign(name, -worth, folded.span(*found[name][0])) for worth, name in for_it[:shown])
    return Score(joined(list(weights.values())), tuple(signs))


def weight(model: Model, name: str) -> float:
    """The logarithm of how many times more often a feature stands in advertising."""
    spam, wanted = model.counts[name]
    usual = DRAWN_BY * (spam / model.spam_texts + wanted / model.wanted_texts) / 2
    in_spam = (spam + usual) / (model.spam_texts + DRAWN_BY)
    in_wanted = (wanted + usual) / (model.wanted_texts + DRAWN_BY)
    return max(-WEIGHT_MAX, min(math.log(in_spam / in_wanted), WEIGHT_MAX))


def joined(weights: list[float]) -> float:
    """One value from many.

    >>> joined([]), round(joined([1.0, 1.0, -1.0]), 2)
    (0.5, 0.76)
    """
    if not weights:
        return 0.5
    mean = sum(weights) / math.sqrt(len(weights))
    return 1 / (1 + math.exp(-STEEPNESS * mean))
