"""How often each word stood in advertising and in wanted texts. Pure."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from community.screening.folded import Folded
from community.screening.learned.features import features

# Fewer teach chance more than words; until then the score is silent.
TEXTS_MIN = 100
OF_EACH_KIND_MIN = 20
# A word of a single text is somebody's own, and says nothing about the next.
SEEN_MIN = 2
# Small enough to read at every post: a few hundred kilobytes.
FEATURES_MAX = 12_000
LENGTH_READ = 4_000  # characters of each text; advertising comes to the point

Counts = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Model:
    """Numbers of texts, and for each feature in how many of both kinds it stood."""

    spam_texts: int = 0
    wanted_texts: int = 0
    counts: Counts = field(default_factory=dict)

    @property
    def texts(self) -> int:
        return self.spam_texts + self.wanted_texts

    @property
    def is_silent(self) -> bool:
        """Whether it has learned from too little to say anything."""
        fewest = min(self.spam_texts, self.wanted_texts)
        return self.texts < TEXTS_MIN or fewest < OF_EACH_KIND_MIN

    def as_json(self) -> str:
        """For storing: compact, the same for the same model."""
        counts = dict(sorted(self.counts.items()))
        stored = {"spam": self.spam_texts, "wanted": self.wanted_texts, "counts": counts}
        return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Model:
    """The model that was stored. Raises ValueError and KeyError for anything else."""
    stored = json.loads(text)
    counts = {name: (int(spam), int(wanted)) for name, (spam, wanted) in stored["counts"].items()}
    return Model(int(stored["spam"]), int(stored["wanted"]), counts)


def learn(texts: Iterable[tuple[str, bool]]) -> Model:
    """Count the features of texts, each with whether it was advertising."""
    seen: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    number = {True: 0, False: 0}
    for text, is_spam in texts:
        number[is_spam] += 1
        seen[is_spam].update(features(Folded.of(text[:LENGTH_READ])).keys())
    return Model(number[True], number[False], kept(seen[True], seen[False]))


def kept(spam: Counter[str], wanted: Counter[str]) -> dict[str, tuple[int, int]]:
    """The features that came again, the most telling ones when there are too many."""
    counts = {name: (spam[name], wanted[name]) for name in spam.keys() | wanted.keys()}
    again = {name: both for name, both in counts.items() if sum(both) >= SEEN_MIN}
    if len(again) <= FEATURES_MAX:
        return again
    ranked = sorted(again.items(), key=lambda item: (-abs(item[1][0] - item[1][1]), item[0]))
    return dict(ranked[:FEATURES_MAX])
