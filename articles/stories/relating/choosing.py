"""Choosing the few to show: near in what they say, but not all the same. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from articles.stories.relating.index import Index, alike

Vector = Mapping[int, float]

CHOSEN = 5  # what one looks over at the end of a page
LOOKED_AT = 30  # nearest articles among which is chosen
# Topics are few and broad: the same ones make two articles half as alike again, and no more.
TOPICS = 0.5
# Between two that are equally near the newer one; a year makes this much of a difference.
A_YEAR = 0.03
OLDEST_YEARS = 5  # beyond that age makes no more difference
# How much of the likeness to one that is chosen already counts against the next one.
SAMENESS = 0.35
NEAR_COPY = 0.75  # as alike as two prints of one press release: only one of them is shown


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article besides its words."""

    dated_at: datetime
    topics: frozenset[int] = frozenset()
    story: int | None = None


def nearest(key: int, index: Index) -> dict[int, float]:
    """The articles among which is chosen, by how alike they are."""
    return dict(index.nearest(key, LOOKED_AT))


def choose(
    key: int, scores: Mapping[int, float], index: Index, known: Mapping[int, Known]
) -> list[int]:
    """Of those that are `nearest`, keys of the ones to read next, the best first."""
    vectors = {other: index.vector(other) for other in (*scores, key) if other in known}
    left = {
        other: weighed(scores[other], known[key], known[other]) for other in vectors if other != key
    }
    left = without_more_of(key, left, vectors, known, sameness=0.0)
    chosen: list[int] = []
    while left and len(chosen) < CHOSEN:
        best = max(left, key=lambda other: (left[other], -other))
        chosen.append(best)
        del left[best]
        left = without_more_of(best, left, vectors, known)
    return chosen


def weighed(score: float, own: Known, other: Known) -> float:
    """The likeness with topics and age counted in."""
    common = len(own.topics & other.topics) / (len(own.topics | other.topics) or 1)
    years = abs((own.dated_at - other.dated_at).days) / 365
    return score * (1 + TOPICS * common) * (1 - A_YEAR * min(years, OLDEST_YEARS))


def without_more_of(
    one: int,
    left: Mapping[int, float],
    vectors: Mapping[int, Vector],
    known: Mapping[int, Known],
    sameness: float = SAMENESS,
) -> dict[int, float]:
    """What is left to choose from beside `one`, less what says the same."""
    rest = {}
    for other, score in left.items():
        likeness = alike(vectors[one], vectors[other])
        if likeness < NEAR_COPY and not is_same_story(known[one], known[other]):
            rest[other] = score - sameness * score * likeness
    return rest


def is_same_story(one: Known, other: Known) -> bool:
    """Whether both are of one story."""
    return one.story is not None and one.story == other.story
