"""Whether the best article answers a question, or only shares words with it. Pure.

A few measures, put together by a logistic regression. Its weights were fitted on questions that
were written by hand about published studies, asked of archives that held the study or did not
(docs/ask.md); the floor was set where few questions are answered that the archive does not cover.
"""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from articles.ask.matching import (
    LOOSELY,
    Weights,
    Words,
    best_coverage,
    coverage,
    held,
    rarity,
)
from articles.ask.passages import Sentence
from articles.ask.ranking import Ranked, is_mark
from articles.ask.thesaurus import FAINT_TERMS, LEVELS, NO_TERMS
from articles.ask.wording import Asked

ENDS = 2  # sentences at its beginning and its end, where the question and the answer stand
SMALL = 20  # articles; in fewer, the next best one says little about how good the best one is


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the best article, or against it.

    `coverage` is the share of the question, by weight, that the article has, from 0 to 1; `words`
    how many of its words, in tens. `ends` is the share in one sentence near the article's beginning
    or its end; `title` the share of the title's telling words that the question has. `lead` is how
    much more the article is worth than the next one, as a share of it, times the coverage.
    `unknown`, times the coverage as well, is what the most telling word weighs that the article
    lacks and reports on medicine hardly have: mostly a word that people use and reports do not, and
    so it is counted back. `length` is the logarithm of the number of words that are asked for;
    `size` that of the number of articles, to the base of ten, and of no fewer than `SMALL`.
    """

    coverage: float
    words: float
    ends: float
    title: float
    lead: float
    unknown: float
    length: float
    size: float


def read_evidence(
    asked: Asked,
    weights: Weights,
    ranked: Sequence[Ranked],
    sentences: Sequence[Sentence],
    articles: int,
) -> Evidence:
    """What speaks for the first of the ranked articles, whose sentences are given."""
    best = ranked[0]
    found = held(asked, best.candidate.words)
    texts = [Words(each.tokens) for each in sentences]
    next_worth = ranked[1].worth if len(ranked) > 1 else 0.0
    unknown = (weights[term] * (1 - found[term]) for term in weights if term not in LEVELS)
    share = coverage(weights, found)
    return Evidence(
        coverage=share,
        words=sum(each >= LOOSELY for each in found.values()) / 10,
        ends=best_coverage(asked, weights, texts[:ENDS] + texts[-ENDS:]),
        title=title_share(asked, best.candidate.parts[0]),
        lead=share * (best.worth - next_worth) / best.worth if best.worth else 0.0,
        unknown=share * max(unknown, default=0.0) / rarity(0, articles),
        length=math.log(max(1, len(asked.terms))),
        size=math.log10(max(SMALL, articles)),
    )


def title_share(asked: Asked, title: Sequence[str]) -> float:
    """The share of a title's telling words that the question has."""
    telling = [each for each in title if not is_mark(each)]
    telling = [each for each in telling if each not in NO_TERMS and each not in FAINT_TERMS]
    question = Words(asked.order)
    had = sum(question.holds(term) >= LOOSELY for term in telling)
    return had / len(telling) if telling else 0.0


# Fitted; see the beginning. In a larger archive more articles come near to any question: what
# `size` counts for was set by hand, so that in archives of 40 to 3,000 the same share is stretched.
CONSTANT = -10.95
FACTORS = Evidence(
    coverage=6.89,
    words=-1.74,
    ends=5.96,
    title=1.39,
    lead=12.05,
    unknown=1.34,
    length=2.57,
    size=-1.30,
)
FLOOR = 0.0


def certainty(evidence: Evidence) -> float:
    """How sure it is that the article answers; above `FLOOR` it is said to."""
    pairs = zip(astuple(FACTORS), astuple(evidence), strict=True)
    return CONSTANT + float(sum(factor * value for factor, value in pairs))
