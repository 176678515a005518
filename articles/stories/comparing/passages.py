"""Passages that stand in two texts word for word. Pure.

Runs of words and the share of them that two texts have in common, after Broder, "On the
resemblance and containment of documents" (Compression and Complexity of Sequences, 1997).
"""

from collections.abc import Iterable

from articles.stories.comparing.documents import key_of

RUN = 5  # words; shorter runs are shared by chance ("people with fibromyalgia and")
# In the archive one run in so many is looked up, the same ones in every text.
ONE_IN = 8


def runs(words: list[str]) -> frozenset[int]:
    """Keys of all runs of `RUN` words."""
    found = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    return frozenset(key_of("run", " ".join(run)) for run in found)


def looked_up(keys: Iterable[int]) -> set[int]:
    """Those of the runs by which the archive is searched."""
    return {key for key in keys if key % ONE_IN == 0}


def share(first: frozenset[int], second: frozenset[int]) -> float:
    """The share of the shorter text that stands in the other, from 0 to 1."""
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0
