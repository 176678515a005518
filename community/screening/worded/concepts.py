"""What words are about: which kinds of words stand in a sentence, from plain lists. Pure.

"pills", "tablets" and "the whole bottle" are one kind, so that a phrase about one teaches something
about the others. The lists stand in `*.concepts`, with their notation above them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from community.screening.crisis.spelling import read_word
from community.screening.word_forms import forms_of

FOLDER = Path(__file__).parent
# The places of the first word and past the last, and the kind.
Found = tuple[int, int, str]
Words = tuple[str, ...]
Item = TypeVar("Item")


class Concepts:
    """The kinds of words of one file. Raises ValueError for a line that belongs to no kind."""

    def __init__(self, name: str, folder: Path = FOLDER) -> None:
        self.single: dict[str, tuple[str, ...]] = {}
        # Phrases by their first word, then by their second.
        self.phrases: dict[str, dict[str, tuple[tuple[Words, str], ...]]] = {}
        for kind, entry in _entries(file_of(name, folder)):
            words = tuple(word for part in entry.split() for word in _read(part))
            for form in _forms(words[0]) if len(words) == 1 else ():
                self.single[form] = _with(self.single.get(form, ()), kind)
            if len(words) > 1:
                seconds = self.phrases.setdefault(words[0], {})
                seconds[words[1]] = _with(seconds.get(words[1], ()), (words[2:], kind))

    def find(self, words: Words) -> list[Found]:
        """Every kind among plain words, in the order of their places."""
        found: list[Found] = []
        single, phrases, after = self.single, self.phrases, (*words[1:], "")
        for place, word in enumerate(words):
            if word in single:
                found += [(place, place + 1, kind) for kind in single[word]]
            if word in phrases:
                for rest, kind in phrases[word].get(after[place], ()):
                    past = place + 2 + len(rest)
                    if words[place + 2 : past] == rest:
                        found.append((place, past, kind))
        return found


def file_of(name: str, folder: Path = FOLDER) -> Path:
    """Where the kinds of words for "crisis" and "red_flags" are listed."""
    return folder / f"{name}.concepts"


def _with(known: tuple[Item, ...], item: Item) -> tuple[Item, ...]:
    return known if item in known else (*known, item)


def _forms(word: str) -> frozenset[str]:
    return forms_of(word[:-1]) if word.endswith("*") else frozenset({word})


def _read(word: str) -> Words:
    """The words of an entry as those of a text are read: "won't" is two."""
    return (word,) if word.endswith("*") else read_word(word)


def _entries(file: Path) -> Iterator[tuple[str, str]]:
    kind = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            kind, _, line = line.partition(":")
        if not kind.isidentifier():
            raise ValueError(f"{file.name}: this line is not understood: {kind}")
        yield from ((kind, entry.strip()) for entry in line.split(",") if entry.strip())
