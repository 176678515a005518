"""The sentences of an article, each with its section and its place. Pure.

A sentence is named by its number; a passage is a run of them within one paragraph. What is read and
what is marked walk the same way through the HTML, so that a passage is always found again.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.index.tokens import tokens as word_tokens
from common.html.entities import decode, escape
from common.html.tokens import Aside, End, Start, Text, Token, tokens

# Each begins or ends a piece of text of its own.
BLOCKS = frozenset(
    "p div li dd dt blockquote pre h1 h2 h3 h4 h5 h6 figcaption caption ul ol dl table thead tbody"
    " tfoot tr td th section article figure hr details summary".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# A cell says nothing without its row, and a picture's line nothing without the picture.
UNQUOTED = frozenset("table figcaption pre".split())
# Sentences of an article that are read: twenty pages.
SENTENCES_MAX = 800
# Words of a sentence that can be an answer; what is shorter is a label, what is longer a list.
WORDS_MIN, WORDS_MAX = 4, 120

# Each run of stops is looked at once, from its beginning: a foreign text may hold a million of them.
_END = re.compile(r"(?<![.!?])[.!?]++[\"'\u2019\u201d)\]]*+(?=\s)|[\u3002\uff01\uff1f]")
_WIDE = frozenset("\u3002\uff01\uff1f")  # scripts without spaces have stops of their own
_NEXT = re.compile(r"\s+[\"'\u2018\u201c(\[]*[^\sa-z]")
# Full stops that end no sentence.
_NO_END = re.compile(
    r"(?:\b(?:[A-Z]|[ei]\.?g|i\.e|e\.g|vs|cf|al|etc|approx|ca|no|fig|figs|dr|prof|mr|mrs|ms|st|sr|jr|inc|ltd"
    r"|p|pp|vol|dept|univ|min|max|resp|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec))\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its number in the article, its paragraph, and where it stands in that."""

    number: int
    block: int
    start: int
    end: int
    text: str
    heading: str
    tokens: tuple[str, ...]

    @property
    def is_quotable(self) -> bool:
        """Whether it can be an answer."""
        return WORDS_MIN <= len(self.tokens) <= WORDS_MAX


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow each other in one paragraph, word for word as they stand there."""

    heading: str
    text: str
    first: int
    last: int

    @property
    def key(self) -> str:
        """What an address names it by; it fits no other words.

        The check is no secret: it tells whether the article still says so.
        """
        check = hashlib.blake2b(self.text.encode(), digest_size=4).hexdigest()
        return f"{self.first}-{self.last}-{check}"


@dataclass(slots=True)
class _Place:
    """Where a walk through the HTML is."""

    block: int = 0
    position: int = 0
    in_heading: bool = False
    unquoted: int = 0


def walk(html: str) -> Iterator[tuple[Token, _Place]]:
    """Every token with the place at which it begins; the place is one object and moves on."""
    place = _Place()
    for token in tokens(html):
        if isinstance(token, Start | End) and token.name in BLOCKS:
            place.block += 1
            place.position = 0
            place.in_heading = token.name in HEADINGS and isinstance(token, Start)
        if isinstance(token, Start | End) and token.name in UNQUOTED:
            place.unquoted += 1 if isinstance(token, Start) else -1
        yield token, place
        if isinstance(token, Text):
            place.position += len(decode(token.raw))
        elif isinstance(token, Start) and token.name == "br":
            place.position += 1


def read_sentences(html: str) -> list[Sentence]:
    """The sentences of a sanitised body, in order, at most `SENTENCES_MAX`."""
    found: list[Sentence] = []
    heading = ""
    for block, text, is_heading in read_blocks(html):
        if is_heading:
            heading = " ".join(text.split())
            continue
        for start, end in sentence_spans(text):
            if len(found) >= SENTENCES_MAX:
                return found
            said = " ".join(text[start:end].split())
            found.append(
                Sentence(len(found), block, start, end, said, heading, tuple(word_tokens(said)))
            )
    return found


def read_blocks(html: str) -> Iterator[tuple[int, str, bool]]:
    """Every piece of text with its number and whether it is a heading; no tables."""
    parts: list[str] = []
    current, is_heading = 0, False
    for token, place in walk(html):
        if place.block != current:
            if parts:
                yield current, "".join(parts), is_heading
            parts, current = [], place.block
        is_heading = place.in_heading
        if place.unquoted or isinstance(token, Aside):
            continue
        if isinstance(token, Text):
            parts.append(decode(token.raw))
        elif isinstance(token, Start) and token.name == "br":
            parts.append("\n")
    if parts:
        yield current, "".join(parts), is_heading


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a paragraph begins and ends, without the space around it."""
    start = 0
    for match in _END.finditer(text):
        if match.start() < start or not is_end(text, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def is_end(text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends at a full stop: what follows begins one, and it shortens no word."""
    if stop.group() in _WIDE:
        return True
    if not _NEXT.match(text, stop.end()):
        return False
    return stop.group() != "." or not _NO_END.search(text, max(0, stop.end() - 12), stop.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    said = text[start:end]
    left = start + len(said) - len(said.lstrip())
    right = end - (len(said) - len(said.rstrip()))
    if left < right:
        yield left, right


def passage_of(sentences: list[Sentence], first: int, last: int) -> Passage:
    """The passage from one sentence to another of the same paragraph."""
    chosen = sentences[first : last + 1]
    text = " ".join(each.text for each in chosen)
    return Passage(chosen[0].heading, text, first, last)


def find_passage(html: str, key: str) -> Passage | None:
    """The passage that an address names, if the article still says so."""
    parts = key.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() for part in parts[:2]):
        return None
    if max(map(len, parts)) > 8:
        return None
    sentences, first, last = read_sentences(html), int(parts[0]), int(parts[1])
    if not first <= last < len(sentences) or sentences[first].block != sentences[last].block:
        return None
    passage = passage_of(sentences, first, last)
    return passage if passage.key == key else None


def mark_passage(html: str, passage: Passage) -> str:
    """The body with the passage marked, the first mark with the id "passage".

    Marks are put around text only, so that no element is cut through.
    """
    sentences = read_sentences(html)
    block = sentences[passage.first].block
    start, end = sentences[passage.first].start, sentences[passage.last].end
    parts: list[str] = []
    is_first = True
    for token, place in walk(html):
        if not isinstance(token, Text) or place.block != block:
            parts.append(token.raw)
            continue
        text = decode(token.raw)
        here = max(0, min(len(text), start - place.position))
        there = max(0, min(len(text), end - place.position))
        if here >= there:
            parts.append(token.raw)
            continue
        opening = '<mark id="passage">' if is_first else "<mark>"
        is_first = False
        parts += [
            escape(text[:here]), opening, escape(text[here:there]), "</mark>", escape(text[there:])
        ]  # fmt: skip
    return "".join(parts)
