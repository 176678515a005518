"""Which phrases teach what, and whose they are. Pure: reads files, and nothing else.

A hand is one writer. What was learned is judged on the phrases of a hand that it was not learned from.
Phrases written for other steps teach what is harmless, and count half. The halves that are "held out" of written-down wordings are of the first hand's phrases, too.
"""

from collections.abc import Iterator
from pathlib import Path

from community.screening.worded.concepts import Concepts, file_of
from community.screening.worded.training import Example, digest_of, learn
from community.screening.worded.weights import Weights

SUBJECTS = ("crisis", "red_flags")
HANDS = ("first", "a", "b", "c", "d", "e")
OF_OTHERS_COUNT = 0.5
ORDINARY_COUNT = 3.0  # what people really talk of here, which should not wait

# The names of files, with a hand's letter in the place of the star.
DANGER = {"crisis": "danger/crisis_*", "red_flags": "danger/red_flag_*"}
HARMLESS = {"crisis": "danger/harmless_*", "red_flags": "danger/calm_*"}
FIRST_DANGER = {"crisis": "high_risk_*", "red_flags": "red_flag/seen_*"}
FIRST_HARMLESS = {"crisis": "harmless_*", "red_flags": "red_flag/silent_*"}
OTHER = {"crisis": "red_flags", "red_flags": "crisis"}
ORDINARY = "danger/ordinary_*"
OTHER_STEPS = (
    "advertising/second_wanted",
    "ordinary_tuned",
    "cure_claims/*",
    "recruiting/*",
    "selling/*",
    "spam/*",
    "treatment_advice/*",
)


def learn_from(folder: Path, subject: str, *, without: str = "") -> Weights:
    """Learn from the phrases in a folder, if wished `without` those of one hand."""
    concepts = Concepts(subject)
    return learn(list(lessons(folder, subject, without=without)), concepts, digest(folder, subject))


def digest(folder: Path, subject: str) -> str:
    """A short sign of the phrases and kinds of words that are learned from."""
    return digest_of(lessons(folder, subject), file_of(subject).read_text(encoding="utf-8"))


def lessons(folder: Path, subject: str, *, without: str = "") -> Iterator[Example]:
    """Every phrase that teaches about a subject, without those of one hand."""
    for hand in (hand for hand in HANDS if hand != without):
        yield from (Example(text, is_danger=True) for text in dangerous(folder, subject, hand))
        yield from (Example(text, is_danger=False) for text in harmless(folder, subject, hand))
        yield from _of_others(harmless(folder, OTHER[subject], hand))
    for text in _lines(folder, ORDINARY):
        yield Example(text, is_danger=False, counts=ORDINARY_COUNT)
    for pattern in OTHER_STEPS:
        yield from _of_others(_lines(folder, pattern))


def dangerous(folder: Path, subject: str, hand: str) -> list[str]:
    """What one hand wrote of danger."""
    return _lines(folder, _named(DANGER[subject], FIRST_DANGER[subject], hand))


def harmless(folder: Path, subject: str, hand: str) -> list[str]:
    """What one hand wrote that only sounds like it."""
    return _lines(folder, _named(HARMLESS[subject], FIRST_HARMLESS[subject], hand))


def _named(pattern: str, first: str, hand: str) -> str:
    return first if hand == "first" else pattern.replace("*", hand)


def _of_others(texts: list[str]) -> Iterator[Example]:
    return (Example(text, is_danger=False, counts=OF_OTHERS_COUNT) for text in texts)


def _lines(folder: Path, pattern: str) -> list[str]:
    files = sorted(folder.glob(f"{pattern}.txt"))
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
