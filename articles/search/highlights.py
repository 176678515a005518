"""Which words of a text were looked for, and the passage that shows most of them. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.index.tokens import token_spans
from articles.search.query import Term

PASSAGE_LENGTH = 280  # characters: three or four lines at the reading width
# Characters of a text that are looked through: more than any comment has.
TEXT_MAX = 60_000
_LEAD = 60  # characters shown before the first word that was looked for
# A line break after a line that no stop ends.
_UNFINISHED = re.compile(r"(?<=[^\s.,:;!?…)\]\"'”’–—-])[ \t]*\n\s*")
_WEAK_EDGE = " \n,;:.–—-"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, marked or not."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a term stands in a text: its number among the terms, and its characters."""

    term: int
    start: int
    end: int


def marked(text: str, terms: Sequence[Term]) -> list[Piece]:
    """The whole text with what was looked for marked."""
    return list(cut(text, 0, len(text), hits(text, terms)))


def passage(text: str, terms: Sequence[Term]) -> list[Piece]:
    """Some lines of a text around the words that were looked for, or its beginning."""
    text = on_one_line(text[:TEXT_MAX])
    found = hits(text, terms)
    start = best_start(found)
    end = min(len(text), start + PASSAGE_LENGTH)
    start, end = at_words(text, max(0, min(start, end - PASSAGE_LENGTH)), end)
    pieces = list(cut(text, start, end, found))
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return [piece for piece in (Piece(before), *pieces, Piece(after)) if piece.text]


def on_one_line(text: str) -> str:
    """A text without line breaks; headings and items of lists are set off from what follows.

    >>> on_one_line("Why\n\nNobody knows.\nStill.")
    'Why · Nobody knows. Still.'
    """
    return " ".join(_UNFINISHED.sub(" · ", text.strip()).split())


def hits(text: str, terms: Sequence[Term]) -> list[Hit]:
    """Every place where one of the terms stands, in order; of several at one place the longest."""
    spans = list(token_spans(text))
    words = [token for _, _, token in spans]
    found: list[Hit] = []
    begins: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for number, term in enumerate(terms):
        begins.setdefault(term.tokens[0], []).append((number, term.tokens))
    for index, word in enumerate(words):
        fitting = [
            (len(wanted), number)
            for number, wanted in begins.get(word, ())
            if tuple(words[index : index + len(wanted)]) == wanted
        ]
        if fitting:
            length, number = max(fitting)
            found.append(Hit(number, spans[index][0], spans[index + length - 1][1]))
    return found


def best_start(found: Sequence[Hit]) -> int:
    """Where a passage begins that holds most of the terms, and of those most often."""
    best, best_worth = 0, (0, 0)
    for index, first in enumerate(found):
        inside = [hit for hit in found[index : index + 40] if hit.end <= first.start + room()]
        worth = (len({hit.term for hit in inside}), len(inside))
        if worth > best_worth:
            best, best_worth = first.start, worth
    return max(0, best - _LEAD)


def room() -> int:
    """Characters of a passage after its lead."""
    return PASSAGE_LENGTH - _LEAD


def at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The same span, begun and ended between words where there are spaces."""
    if start and (space := text.find(" ", start, start + _LEAD)) >= 0:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", end - _LEAD, end + 1)) > start:
        end = start + len(text[start:space].rstrip(_WEAK_EDGE))
    return start, end


def cut(text: str, start: int, end: int, found: Iterable[Hit]) -> Iterator[Piece]:
    """The pieces of a part of a text; places that overlap are one."""
    here = start
    for hit in found:
        if hit.start < here or hit.end > end:
            continue
        if here < hit.start:
            yield Piece(text[here : hit.start])
        yield Piece(text[hit.start : hit.end], is_marked=True)
        here = hit.end
    if here < end:
        yield Piece(text[here:end])
