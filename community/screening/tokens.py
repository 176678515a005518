"""Words of a folded text with their places."""

import re
from dataclasses import dataclass

from community.screening.folded import Folded, Span

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in its folded form; `start` and `end` are places in the folded text."""

    word: str
    start: int
    end: int


def tokens(folded: Folded) -> list[Token]:
    return [Token(m.group(), m.start(), m.end()) for m in WORD.finditer(folded.text)]


def span_of(folded: Folded, first: Token, last: Token) -> Span:
    """Return where the original has the words from `first` to `last`."""
    return folded.span(first.start, last.end)
