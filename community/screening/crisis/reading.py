"""A text cut into sentences of plain words, with the way back to the text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from community.screening.crisis.spelling import JOINED, read_word
from community.screening.folded import Folded, Span

# Dots in a row are a pause and no end: "if I just... was not here". A word may hide letters behind signs ("k!ll", "su*cide") and carry an apostrophe.
PIECE = re.compile(r"[a-z0-9]+(?:[*!@$'\u2019]+[a-z0-9]+)*|(?<!\.)\.(?!\.)|[!?;\n]")
STOPS = frozenset(".!?;\n")

# Sentences without a full stop, as typed on a phone, are still read in parts of this size,
# so that no expression looks over a whole page.
WORDS_MAX = 60
OVERLAP = 12  # words that the next part repeats, so that nothing is cut in two
SHORT = 6  # words


SECOND_PARTS = frozenset(second for _, second in JOINED)

# A word and where it, or what it was read from, stands in the folded text.
Words = list[tuple[str, Span]]


@dataclass(frozen=True)
class Sentence:
    """`text` is the words with single spaces, `pieces` where each stands in the folded text."""

    text: str
    words: tuple[str, ...]
    pieces: tuple[Span, ...]
    is_pair: bool = False  # two short sentences, each of which is there alone as well

    @classmethod
    def of(cls, found: Words, *, is_pair: bool = False) -> "Sentence":
        words, pieces = zip(*found, strict=True)
        return cls(" ".join(words), words, pieces, is_pair)

    def span(self, start: int, end: int, folded: Folded) -> Span:
        """Turn places in `text` into places in the original, widened to whole words."""
        starts = (0, *accumulate(len(word) + 1 for word in self.words))[:-1]
        first = bisect_right(starts, start) - 1
        last = bisect_left(starts, end) - 1
        return folded.span(self.pieces[first][0], self.pieces[last][1])


def sentences(folded: Folded) -> Iterator[Sentence]:
    """Yield the sentences of a text: very long ones in overlapping parts, short ones also in pairs.

    "I am done. Goodbye everyone." says in two sentences what neither says alone.
    """
    before: Words = []
    for words in _sentences(folded):
        if before and len(before) <= SHORT and len(words) <= SHORT:
            yield Sentence.of(before + words, is_pair=True)
        for start in range(0, max(1, len(words) - OVERLAP), WORDS_MAX - OVERLAP):
            yield Sentence.of(words[start : start + WORDS_MAX])
        before = words


def _sentences(folded: Folded) -> Iterator[Words]:
    words: Words = []
    for match in PIECE.finditer(folded.text):
        written = match.group()
        if written not in STOPS:
            place = match.span()
            for word in read_word(written):
                if word in SECOND_PARTS:
                    _add(words, word, place)
                else:
                    words.append((word, place))
        elif words:
            yield words
            words = []
    if words:
        yield words


def _add(words: Words, word: str, piece: Span) -> None:
    """Add a word; where it and the one before are one word written in two, put that instead."""
    whole = JOINED.get((words[-1][0], word)) if words else None
    if whole is None:
        words.append((word, piece))
        return
    _, first = words.pop()
    words += [(part, (first[0], piece[1])) for part in whole.split()]
