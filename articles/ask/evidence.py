"""Whether the best article answers a question, or only shares words with it. Pure.

A few measures, put together by a logistic regression. Its weights were fitted on the titles of
published studies, asked of archives of abstracts that held the study or did not (docs/ask.md); the
floor was set where few questions are answered that the archive does not cover.
"""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from articles.ask.matching import SAME_THING, Weights, Words, best_coverage, coverage, held, rarity
from articles.ask.passages import Sentence
from articles.ask.ranking import Ranked
from articles.ask.thesaurus import NO_TERMS
from articles.ask.wording import Asked

MAIN_WORDS = 5  # of an article, that say what it is about
ENDS = 2  # sentences at its beginning and its end, where the question and the answer stand


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the best article; all but the last from 0 to about 1.

    `coverage` is the share of the question, by weight, that the article has; `nearest` that of two
    sentences in a row, `ends` that of one sentence near its beginning or its end. `lead` is how much
    more it is worth than the next article, `coverage_lead` how much more of the question it has.
    `missing` is the weight of the most telling word it lacks, `weight` what all words weigh that it
    has. `turned` is the share of the article's own main words that the question has. `size` is the
    logarithm of the number of articles, to the base of ten.
    """

    coverage: float
    nearest: float
    ends: float
    lead: float
    coverage_lead: float
    missing: float
    weight: float
    turned: float
    size: float


def read_evidence(
    asked: Asked,
    weights: Weights,
    ranked: Sequence[Ranked],
    sentences: Sequence[Sentence],
    articles: int,
) -> Evidence:
    """What speaks for the first of the ranked articles, whose sentences are given."""
    best, others = ranked[0], ranked[1:]
    found = held(asked, best.candidate.words)
    texts = [Words(each.tokens) for each in sentences]
    ends = texts[:ENDS] + texts[-ENDS:]
    missing = max((weights[term] * (1 - found[term]) for term in weights), default=0.0)
    next_worth = others[0].worth if others else 0.0
    return Evidence(
        coverage=coverage(weights, found),
        nearest=best_coverage(asked, weights, texts, 2),
        ends=best_coverage(asked, weights, ends, 1),
        lead=(best.worth - next_worth) / best.worth if best.worth else 0.0,
        coverage_lead=best.coverage - max((each.coverage for each in others), default=0.0),
        missing=missing / MOST_TELLING,
        weight=sum(weights[term] * found[term] for term in weights) / (4 * MOST_TELLING),
        turned=turned(asked, weights, best),
        size=math.log10(max(1, articles)),
    )


MOST_TELLING = rarity(0, 1_000)  # what a word weighs that none of a thousand articles has


def turned(asked: Asked, weights: Weights, best: Ranked) -> float:
    """The share of an article's main words that the question has."""
    main = [each for each in best.candidate.words.counts.most_common() if each[0] not in NO_TERMS]
    question = Words(asked.terms)
    shares = [question.holds(term) for term, _ in main[:MAIN_WORDS]]
    return sum(share for share in shares if share >= SAME_THING) / len(shares) if shares else 0.0


# Fitted; see the beginning. In a larger archive more articles come near to any question: what
# `size` counts for was set by hand, between the fit for each size.
CONSTANT = -7.24
FACTORS = Evidence(
    coverage=5.29,
    nearest=1.41,
    ends=2.72,
    lead=3.77,
    coverage_lead=2.04,
    missing=1.57,
    weight=1.26,
    turned=2.64,
    size=-1.0,
)
FLOOR = 0.0


def certainty(evidence: Evidence) -> float:
    """How sure it is that the article answers; above `FLOOR` it is said to."""
    pairs = zip(astuple(FACTORS), astuple(evidence), strict=True)
    return CONSTANT + float(sum(factor * value for factor, value in pairs))
