"""How often each word stood in advertising and in wanted texts. Pure."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from community.screening.folded import Folded
from community.screening.learned.features import features

# Fewer teach chance more than words, and until then the score is silent. Measured: with fewer than
# 200 wanted texts, more than three of a hundred ordinary posts would have been held.
SPAM_MIN = 20
WANTED_MIN = 200
# A word of one text or two is somebody's own: their name, their village. Measured: keeping those of
# two would not find more.
SEEN_MIN = 3
# Keeps what is stored below 300 kB: an entry is about 20 bytes long.
FEATURES_MAX = 10_000
LENGTH_READ = 4_000  # characters of each text; advertising comes to the point

# From where posts are held when nothing else was found out: measured, see docs/screening.md.
HELD_FROM = 0.85

Counts = Mapping[str, tuple[int, int]]
Lesson = tuple[frozenset[str], bool]  # the features of a text, and whether it was advertising


@dataclass(frozen=True, slots=True)
class Model:
    """Numbers of texts, and for each feature in how many of both kinds it stood.

    `held_from` is the value, 0 to 1, from which a post is held.
    """

    spam_texts: int = 0
    wanted_texts: int = 0
    counts: Counts = field(default_factory=dict)
    held_from: float = HELD_FROM

    @property
    def texts(self) -> int:
        return self.spam_texts + self.wanted_texts

    @property
    def is_silent(self) -> bool:
        """Whether it has learned from too little to say anything."""
        return self.spam_texts < SPAM_MIN or self.wanted_texts < WANTED_MIN

    def as_json(self) -> str:
        """For storing: compact, the same for the same model."""
        counts = dict(sorted(self.counts.items()))
        stored = {
            "spam": self.spam_texts,
            "wanted": self.wanted_texts,
            "held_from": self.held_from,
            "counts": counts,
        }
        return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Model:
    """The model that was stored. Raises ValueError and KeyError for anything else."""
    stored = json.loads(text)
    counts = {name: (int(spam), int(wanted)) for name, (spam, wanted) in stored["counts"].items()}
    held_from = float(stored.get("held_from", HELD_FROM))  # older ones have none
    return Model(int(stored["spam"]), int(stored["wanted"]), counts, held_from)


def read(texts: Iterable[tuple[str, bool]]) -> list[Lesson]:
    """What is counted in texts, each with whether it was advertising."""
    return [
        (frozenset(features(Folded.of(text[:LENGTH_READ]))), is_spam) for text, is_spam in texts
    ]


def counted(lessons: Collection[Lesson], seen_min: int = SEEN_MIN) -> Model:
    """Count in how many texts of either kind each feature stood; rare ones are left out."""
    seen: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for found, is_spam in lessons:
        seen[is_spam].update(found)
    spam_texts = sum(is_spam for _, is_spam in lessons)
    counts = {name: (seen[True][name], seen[False][name]) for name in seen[True] | seen[False]}
    return pruned(Model(spam_texts, len(lessons) - spam_texts, counts), seen_min)


def pruned(model: Model, seen_min: int = SEEN_MIN) -> Model:
    """Only the features that came again, the most telling ones when there are too many.

    Most telling are those whose shares in both kinds of texts differ most.
    """
    again = {name: both for name, both in model.counts.items() if sum(both) >= seen_min}
    if len(again) > FEATURES_MAX:
        ranked = sorted(again, key=lambda name: (-abs(difference(model, name)), name))
        again = {name: again[name] for name in ranked[:FEATURES_MAX]}
    return Model(model.spam_texts, model.wanted_texts, again)


def difference(model: Model, name: str) -> float:
    """The share of advertising that has a feature, less the share of wanted texts."""
    spam, wanted = model.counts[name]
    return spam / max(model.spam_texts, 1) - wanted / max(model.wanted_texts, 1)
