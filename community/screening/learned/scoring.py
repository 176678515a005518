"""How much a text is like the advertising that moderators rejected. Pure.

Naive Bayes on the features that a text has (Manning, Raghavan, Schütze, "Introduction to
Information Retrieval", 2008, chapter 13): each is worth the logarithm of its share in advertising
over its share in wanted texts. Three things are different from the textbook:

- Both shares are drawn towards the mean of the two, as if so many more texts of either kind had
  been seen in which it was equally common (Dirichlet smoothing, Zhai and Lafferty, 2004). So a word
  of few texts says little, and a rare honest word is no sign of advertising because advertising is
  rare, as it would be after adding one to every count.
- What is shipped (`first_lessons.py`) counts as if so many more texts had been decided on.
- The sum is divided by the square root of the number of features, and of some more, so that a short
  text is not certain. Words, pairs and kinds that say
  the same thing are not independent; a long text would otherwise always be certain.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from community.screening.folded import Folded, Span
from community.screening.learned.features import features
from community.screening.learned.first_lessons import first_lessons
from community.screening.learned.model import Model

DRAWN_BY = 80  # texts of either kind; measured: 40 to 160 make little difference
UNDECIDED = 5  # features that say nothing, as if every text had so many more
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


def score(model: Model, folded: Folded, shown: int = 0, first: Model | None = None) -> Score:
    """Hold a text against what was learned, and say which `shown` signs weighed most.

    `first` stands for what is shipped, when something else is to be measured.
    """
    known = first_lessons() if first is None else first
    found = features(folded)
    weights = weights_of(model, known, found)
    for_it = sorted((-worth, name) for name, worth in weights.items() if worth > 0)
    signs = (Sign(name, -worth, folded.span(*found[name][0])) for worth, name in for_it[:shown])
    return Score(joined(weights.values()), tuple(signs))


def value_of(model: Model, first: Model, found: Iterable[str]) -> float:
    """The value alone, for features that were found before."""
    return joined(weights_of(model, first, found).values())


def weights_of(model: Model, first: Model, found: Iterable[str]) -> dict[str, float]:
    """What each feature is worth of which anything is known."""
    known = (name for name in found if name in model.counts or name in first.counts)
    return {name: weight(model, first, name) for name in known}


def weight(model: Model, first: Model, name: str) -> float:
    """The logarithm of how many times more often a feature stands in advertising."""
    own, shipped = model.counts.get(name, (0, 0)), first.counts.get(name, (0, 0))
    spam, wanted = own[0] + shipped[0], own[1] + shipped[1]
    spam_texts = model.spam_texts + first.spam_texts
    wanted_texts = model.wanted_texts + first.wanted_texts
    usual = DRAWN_BY * (spam / spam_texts + wanted / wanted_texts) / 2
    in_spam = (spam + usual) / (spam_texts + DRAWN_BY)
    in_wanted = (wanted + usual) / (wanted_texts + DRAWN_BY)
    return max(-WEIGHT_MAX, min(math.log(in_spam / in_wanted), WEIGHT_MAX))


def joined(weights: Iterable[float]) -> float:
    """One value from many.

    >>> joined([]), round(joined([1.0, 1.0, -1.0]), 2)
    (0.5, 0.67)
    """
    each = list(weights)
    mean = sum(each) / math.sqrt(len(each) + UNDECIDED)
    return 1 / (1 + math.exp(-STEEPNESS * mean))
