"""Sentences in which every medicine and every number reads the same, so that lists stay short."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from community.screening.crisis.reading import Sentence

FILE = Path(__file__).parent / "wordings" / "medicines.txt"
NUMBER, DOSE = "#", "#mg"


def _read() -> Iterator[tuple[str, str]]:
    """Yield each name with the word it is read as, which stands in brackets above it."""
    kind = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif not line.startswith("#"):
            yield from ((name, kind) for name in line.split())


MEDICINES = dict(_read())


def plain_word(word: str) -> str:
    """Return "medicine" for the name of one, "#" for a number, "#mg" for a dose in one word.

    Other words are returned as they are.

    The simplest painkillers, which are sold to everybody, are read as "paracetamol".

    >>> plain_word("lyrica"), plain_word("advil"), plain_word("300"), plain_word("75mg")
    ('medicine', 'paracetamol', '#', '#mg')
    """
    if not word[0].isdigit():
        return MEDICINES.get(word, word)
    if word.isdigit():
        return NUMBER
    return DOSE if word.endswith(("mg", "mcg", "ug")) else word


def plain(sentence: Sentence) -> Sentence:
    """Return the sentence in plain words. Each stands where the written one does."""
    words = tuple(map(plain_word, sentence.words))
    return replace(sentence, text=" ".join(words), words=words)
