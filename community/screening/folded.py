"""A text as the rules read it, with the way back to what was written."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from common.text import fold_with_map

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is `original` in small plain letters; `places[i]` is where `text[i]` came from."""

    original: str
    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, original: str) -> "Folded":
        text, places = fold_with_map(original)
        return cls(original, text, tuple(places))

    def span(self, start: int, end: int) -> Span:
        """Turn places in the folded text (`end` past the last, at least one long) into original ones.

        An accent that is written as a character of its own belongs to the letter before it.
        """
        first, past = self.places[start], self.places[end - 1] + 1
        while past < len(self.original) and unicodedata.combining(self.original[past]):
            past += 1
        return first, past


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that overlap.

    >>> merged([(8, 12), (0, 4), (2, 6)])
    ((0, 6), (8, 12))
    """
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
