"""Somebody's words in what others wrote. Pure.

A run of nine words that stands in both texts is a quotation; in a line that quotes (">", or between
quotation marks of HTML) six are enough. Two people say shorter ones by chance, and nobody's own words may
go with somebody else's. Whole words count, not their spelling.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from common.text import fold, word_spans

RUN, RUN_IN_QUOTE = 9, 6  # words
MARK_BYTES = 8  # of a run whose words are erased already
TAKEN = "[words taken back by their author]"

_QUOTING = re.compile(
    r"^[ \t]*(?:>|&gt;).*$|<blockquote>.*?</blockquote>", re.MULTILINE | re.DOTALL
)


Words = tuple[str, ...]


class Source:
    """The runs of words of everything that somebody wrote."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.long: set[Words] | Marked = set()
        self.short: set[Words] | Marked = set()
        for text in texts:
            words = [word for _, _, word in spans(text)]
            self.long.update(runs(words, RUN))
            self.short.update(runs(words, RUN_IN_QUOTE))

    @classmethod
    def of_marks(cls, marks: Iterable[str], key: bytes) -> "Source":
        """The runs of words that are erased already, by the marks that were made of them before."""
        source = cls(())
        source.long = source.short = Marked(frozenset(marks), key)
        return source

    def marks(self, key: bytes) -> list[str]:
        """A mark for each run, from which nobody without the key can tell a word."""
        return sorted({mark(run, key) for run in (*self.long, *self.short)})


class Marked:
    """Runs of which only marks are left; asked for a run, it says whether its mark is among them."""

    def __init__(self, marks: frozenset[str], key: bytes) -> None:
        self.known, self.key = marks, key

    def __contains__(self, run: Words) -> bool:
        return mark(run, self.key) in self.known

    def __iter__(self) -> Iterator[Words]:
        return iter(())

    def update(self, runs: Iterable[Words]) -> None:
        """Learn more runs."""
        self.known |= {mark(run, self.key) for run in runs}


def mark(run: Words, key: bytes) -> str:
    """The mark of a run: BLAKE2b (RFC 7693) with a key, short, because a few mistakes do no harm.

    >>> mark(("I", "rest"), b"key") == mark(("I", "rest"), b"key"), len(mark(("I",), b"key"))
    (True, 16)
    """
    return blake2b("\x1f".join(run).encode(), key=key, digest_size=MARK_BYTES).hexdigest()


def spans(text: str) -> list[tuple[int, int, str]]:
    """The words of a text as they are compared, with where each stands."""
    return [(start, end, fold(text[start:end])) for start, end in word_spans(text)]


def runs(words: list[str], length: int) -> Iterator[Words]:
    """All runs of so many words."""
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def without_quotes(text: str, source: Source) -> str:
    """The text without what it quotes.

    >>> source = Source(["I rest before I am tired every single day"])
    >>> without_quotes("You said: I rest before I am tired every single day. Thanks", source)
    'You said: [words taken back by their author]. Thanks'
    """
    found = matching(spans(text), source.long, RUN)
    for line in _QUOTING.finditer(text):
        inside = [
            (line.start() + start, line.start() + end, word)
            for start, end, word in spans(line.group())
        ]
        found += matching(inside, source.short, RUN_IN_QUOTE)
    for start, end in reversed(joined(found)):
        text = text[:start] + TAKEN + text[end:]
    return text


def matching(
    words: list[tuple[int, int, str]], known: set[Words] | Marked, length: int
) -> list[tuple[int, int]]:
    """Where runs that are known stand."""
    return [
        (words[at][0], words[at + length - 1][1])
        for at in range(len(words) - length + 1)
        if tuple(word for _, _, word in words[at : at + length]) in known
    ]


def joined(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places that touch as one, in order."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
