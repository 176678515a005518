"""A text cut into sentences of plain words, with the way back to the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from community.screening.crisis.spelling import JOINED, read_word
from community.screening.folded import Folded, Span

# A word may hide letters behind signs ("k!ll", "su*cide") and carry an apostrophe.
PIECE = re.compile(r"[a-z0-9]+(?:[*!@$'\u2019]+[a-z0-9]+)*|[.!?;\n]+")
STOP = re.compile(r"[.!?;\n]")

# Sentences without a full stop, as typed on a phone, are still read in parts of this size,
# so that no expression looks over a whole page.
WORDS_MAX = 60
OVERLAP = 12  # words that the next part repeats: longer than any expression


@dataclass
class Sentence:
    """`text` is " ".join(words); `pieces[i]` is where word i stands in the folded text."""

    words: list[str] = field(default_factory=list)
    pieces: list[Span] = field(default_factory=list)
    text: str = ""
    starts: list[int] = field(default_factory=list)

    def close(self) -> "Sentence":
        place = 0
        for word in self.words:
            self.starts.append(place)
            place += len(word) + 1
        self.text = " ".join(self.words)
        return self

    def span(self, start: int, end: int, folded: Folded) -> Span:
        """Turn places in `text` into places in the original, widened to whole words."""
        inside = [
            i for i, at in enumerate(self.starts) if at < end and at + len(self.words[i]) > start
        ]
        first, last = self.pieces[inside[0]], self.pieces[inside[-1]]
        return folded.span(first[0], last[1])


def sentences(folded: Folded) -> Iterator[Sentence]:
    """Yield the sentences of a text; very long ones in overlapping parts."""
    words: list[str] = []
    pieces: list[Span] = []
    for match in PIECE.finditer(folded.text):
        if STOP.match(match.group()):
            yield from _parts(words, pieces)
            words, pieces = [], []
            continue
        for word in read_word(match.group()):
            _add(words, pieces, word, match.span())
    yield from _parts(words, pieces)


def _add(words: list[str], pieces: list[Span], word: str, piece: Span) -> None:
    """Add a word; where it and the one before are one word written in two, put that instead."""
    whole = JOINED.get((words[-1], word)) if words else None
    if whole is None:
        words.append(word)
        pieces.append(piece)
        return
    words.pop()
    piece = (pieces.pop()[0], piece[1])
    for part in whole.split():
        words.append(part)
        pieces.append(piece)


def _parts(words: list[str], pieces: list[Span]) -> Iterator[Sentence]:
    for start in range(0, max(1, len(words) - OVERLAP), WORDS_MAX - OVERLAP):
        if words:
            part = slice(start, start + WORDS_MAX)
            yield Sentence(words[part], pieces[part]).close()
