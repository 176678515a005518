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
from articles.ask.ranking import Ranked, is_mark, nearness
from articles.ask.thesaurus import FAINT_TERMS, LEVELS, NO_TERMS
from articles.ask.wording import Asked

ENDS = 2  # sentences at its beginning and its end, where the question and the answer stand
SMALL = 20  # articles; in fewer, the next best one says little about how good the best one is


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the encoder says of the best article: its likeness, and how far that is ahead of the next.

    `lead` is how much liker it is than the likest of the others compared, below 0 where another is liker.
    """

    title: float
    part: float
    whole: float
    lead: float


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
    `untitled` is 1 where the title has no telling word, so that it speaks neither for nor against.
    """

    coverage: float
    words: float
    ends: float
    title: float
    lead: float
    unknown: float
    length: float
    size: float
    untitled: float


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
    titled = telling(best.candidate.parts[0])
    return Evidence(
        coverage=share,
        words=sum(each >= LOOSELY for each in found.values()) / 10,
        ends=best_coverage(asked, weights, texts[:ENDS] + texts[-ENDS:]),
        title=title_share(asked, titled),
        lead=share * (best.worth - next_worth) / best.worth if best.worth else 0.0,
        unknown=share * max(unknown, default=0.0) / rarity(0, articles),
        length=math.log(max(1, len(asked.terms))),
        size=math.log10(max(SMALL, articles)),
        untitled=0.0 if titled else 1.0,
    )


def read_meaning(ranked: Sequence[Ranked]) -> Meaning | None:
    """What the encoder says for the first of the ranked articles; `None` where it has not read them."""
    best = ranked[0].likeness
    if best is None:
        return None
    others = max((nearness(each.likeness) for each in ranked[1:]), default=0.0)
    return Meaning(best.title, best.part, best.whole, nearness(best) - others)


def telling(title: Sequence[str]) -> list[str]:
    """The words of a title that tell what the article is about."""
    said = (each for each in title if not is_mark(each))
    return [each for each in said if each not in NO_TERMS and each not in FAINT_TERMS]


def title_share(asked: Asked, titled: Sequence[str]) -> float:
    """The share of a title's telling words that the question has."""
    question = Words(asked.order)
    had = sum(question.holds(term) >= LOOSELY for term in titled)
    return had / len(titled) if titled else 0.0


# Fitted; see the beginning. In a larger archive more articles come near to any question: what
# `size` counts for was set by hand, so that in archives of 40 to 3,000 the same share is stretched.
BY_WORDS = Evidence(
    coverage=2.72,
    words=0.83,
    ends=4.39,
    title=3.26,
    lead=12.62,
    unknown=0.22,
    length=-0.44,
    size=-1.30,
    untitled=1.28,
)
COVERAGE_MIN = 0.5
BY_WORDS_FLOOR = 3.60
# The same where the encoder has read the articles.
WITH_MEANING = Evidence(
    coverage=4.33,
    words=2.64,
    ends=2.00,
    title=1.35,
    lead=4.83,
    unknown=0.39,
    length=-1.90,
    size=-1.30,
    untitled=0.0,
)
OF_MEANING = Meaning(title=-2.09, part=2.96, whole=0.88, lead=5.32)
WITH_MEANING_FLOOR = 1.75


def certainty(evidence: Evidence, meaning: Meaning | None = None) -> float:
    """How sure it is that the article answers; above 0 it is said to.

    By words alone, an article that lacks half of what is asked never does, however alone it is with the rest.
    """
    if meaning is None:
        sure = times(BY_WORDS, evidence) - BY_WORDS_FLOOR
        return sure if evidence.coverage >= COVERAGE_MIN else min(sure, 0.0)
    return times(WITH_MEANING, evidence) + times(OF_MEANING, meaning) - WITH_MEANING_FLOOR


def times(factors: Evidence | Meaning, measured: Evidence | Meaning) -> float:
    """Each measure times its factor, in all."""
    pairs = zip(astuple(factors), astuple(measured), strict=True)
    return float(sum(factor * value for factor, value in pairs))
