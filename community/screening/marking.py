"""The words that screening saw, marked in the text as it was typed. Pure.

What comes out is plain text in pieces; the template escapes every one of them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from community.screening.folded import Span, merged
from community.screening.records import MARKED_PLACES_MAX

# One blank line or several part two paragraphs.
PARTING = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")

Reasons = Iterable[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, marked or not."""

    text: str
    is_marked: bool = False


def marked_paragraphs(body: str, reasons: Reasons) -> list[list[Piece]]:
    """The paragraphs of `body` as pieces; `reasons` are those stored with the comment.

    >>> marked_paragraphs("Call 123", [{"code": "phone", "words": ["123"], "spans": [[5, 8]]}])
    [[Piece(text='Call ', is_marked=False), Piece(text='123', is_marked=True)]]
    """
    spans = merged(span for reason in reasons for span in places(body, reason))
    ends = [end for _, end in spans]
    return [
        list(pieces(body, start, end, spans[bisect_right(ends, start) :]))
        for start, end in paragraphs(body)
    ]


def places(body: str, reason: Mapping[str, Any]) -> list[Span]:
    """Where to mark: the stored places, or wherever the words stand when those do not fit."""
    words = [word for word in reason.get("words", ()) if word.strip()]
    spans = [tuple(span) for span in reason.get("spans", ())]
    fitting = [span for span in spans if fits(body, span, words)]
    if len(fitting) == len(spans):
        return fitting
    return [span for word in words for span in found(body, word)]


def fits(body: str, span: Sequence[Any], words: Sequence[str]) -> bool:
    """Whether the text at a place is one of the words that were seen."""
    if len(span) != 2 or not all(isinstance(place, int) for place in span):
        return False
    start, end = span
    return 0 <= start < end and body[start:end] in words


def found(body: str, word: str) -> list[Span]:
    """The places of a word, as many as help a person to look."""
    matches = re.finditer(re.escape(word), body)
    return [match.span() for match, _ in zip(matches, range(MARKED_PLACES_MAX), strict=False)]


def paragraphs(body: str) -> Iterator[Span]:
    """The places of the paragraphs that hold anything."""
    start = 0
    for match in PARTING.finditer(body):
        yield from ([(start, match.start())] if body[start : match.start()].strip() else [])
        start = match.end()
    yield from ([(start, len(body))] if body[start:].strip() else [])


def pieces(body: str, start: int, end: int, spans: Iterable[Span]) -> Iterator[Piece]:
    """Cut one paragraph at the marks. `spans` are sorted, apart, and end after `start`."""
    here = start
    for first, past in spans:
        if first >= end:
            break
        first, past = max(first, start), min(past, end)
        if here < first:
            yield Piece(body[here:first])
        yield Piece(body[first:past], is_marked=True)
        here = past
    if here < end:
        yield Piece(body[here:end])
