"""Blanking chosen words of a text. Pure.

Words are given exactly as they stand. What is blanked leaves a blank that says so.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from common.text import normalise, word_count
from community.screening.folded import Span, merged
from community.threads.editing.blanks import BLANK

# What may stand after a letter and belongs to it: marks, joiners, the colours of an emoji.
JOINERS = "\u200d\ufe0e\ufe0f" + "".join(map(chr, range(0x1F3FB, 0x1F400)))
SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
BLANK_HTML = f"<em>{BLANK}</em>"


@dataclass(frozen=True, slots=True)
class Blanked:
    """A text and which places of it are blanked. `missing` are words that stand nowhere in it."""

    original: str
    spans: tuple[Span, ...]
    missing: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text as it is kept."""
        return self.filled(BLANK)

    @property
    def source(self) -> str:
        """The text with its blanks set apart, to be made into HTML like every comment."""
        return self.text.replace(BLANK, BLANK_HTML)

    @property
    def words(self) -> int:
        """How many words are gone; a number that is no word counts as one."""
        return sum(max(1, word_count(self.original[start:end])) for start, end in self.spans)

    @property
    def leaves_nothing(self) -> bool:
        """Whether no letter and no digit would be left of the original."""
        rest = self.filled("").replace(BLANK, "")
        return not any(map(str.isalnum, rest))

    def filled(self, blank: str) -> str:
        """The text with `blank` at every place."""
        parts, here = [], 0
        for start, end in self.spans:
            parts += [self.original[here:start], blank]
            here = end
        return "".join([*parts, self.original[here:]])


def blank(text: str, wordings: Iterable[str]) -> Blanked:
    """Blank every place where one of the wordings stands.

    >>> blank("Ring Ann Lee on 030 1234567. Ann knows.", ["Ann Lee", "Ann", "030 1234567"]).text
    'Ring [blanked by a moderator] on [blanked by a moderator]. [blanked by a moderator] knows.'
    """
    spans: list[Span] = []
    missing = []
    for wording in dict.fromkeys(filter(None, map(tidy, wordings))):
        found = places(text, wording)
        spans += found
        missing += [] if found else [wording]
    return Blanked(text, joined(text, merged(spans)), tuple(missing))


def tidy(wording: str) -> str:
    """A wording in the form in which comments are stored, without blanks around it."""
    return normalise(wording).strip()


def places(text: str, wording: str) -> list[Span]:
    """Where a wording stands: as whole words where there are any, else inside of words too.

    "Ann" leaves "Annual" alone. Where a language writes no spaces, nothing is a whole word.
    A line break in the text counts as the space that was typed.
    """
    pattern = r"\s+".join(re.escape(part) for part in wording.split())
    blanks = [match.span() for match in re.finditer(re.escape(BLANK), text)]
    found = [whole(text, match.span()) for match in re.finditer(pattern, text)]
    found = [span for span in found if not any(cuts(span, other) for other in blanks)]
    return [span for span in found if is_by_itself(text, span)] or found


def cuts(span: Span, other: Span) -> bool:
    """Whether a span touches another one without holding all of it."""
    touches = span[0] < other[1] and other[0] < span[1]
    return touches and not (span[0] <= other[0] and other[1] <= span[1])


def whole(text: str, span: Span) -> Span:
    """The span with what belongs to its last character."""
    start, end = span
    while end < len(text) and belongs_before(text[end]):
        end += 1
    return start, end


def belongs_before(character: str) -> bool:
    """Whether a character is a part of the one before it."""
    return unicodedata.category(character)[0] == "M" or character in JOINERS


def is_by_itself(text: str, span: Span) -> bool:
    """Whether no word goes on at either end of the span."""
    start, end = span
    before, after = text[start - 1 : start], text[end : end + 1]
    begins_inside = before.isalnum() and text[start].isalnum()
    return not begins_inside and not (after.isalnum() and text[end - 1].isalnum())


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """One blank for places that only spaces part: two in a row say no more than one."""
    result: list[Span] = []
    for start, end in spans:
        if result and "\n" not in (gap := text[result[-1][1] : start]) and not gap.strip():
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return tuple(result)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each once, to choose from. What holds no word is left out."""
    known = dict.fromkeys(match.group().strip() for match in SENTENCE.finditer(text))
    yield from (each for each in known if any(map(str.isalnum, each.replace(BLANK, ""))))
