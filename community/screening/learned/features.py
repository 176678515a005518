"""What a text has, for a count of words: its words, pairs of them, and a few traits. Pure.

Words are read as screening reads them everywhere: without accents, behind look-alike letters and
digits, so that "fr€e v1agra" teaches the same as "free viagra".
"""

import re
from collections.abc import Iterator

from community.screening.folded import Folded, Span
from community.screening.tokens import Token, span_of, tokens
from community.screening.word_forms import plain_letters

LETTERS_MAX = 24  # a longer run is no word that comes again
NUMBER = "<number>"

# Traits that say more together with words than alone; the names cannot be words.
TRAITS: dict[str, re.Pattern[str]] = {
    "<link>": re.compile(
        r"https?://\S+|\bwww\.\S+|\b[a-z0-9-]+\.(?:com|net|org|info|shop|store)\b"
    ),
    "<price>": re.compile(
        r"[$€£]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:usd|eur|gbp|dollars|euros?|pounds)\b"
    ),
    "<percent>": re.compile(r"\b\d+\s?(?:%|percent)"),
    "<messenger>": re.compile(r"\b(?:whats\s?app|telegram|signal|viber|dm me|inbox me)\b"),
    "<mailbox>": re.compile(r"\b[\w.+-]+@[\w-]+\.\w+"),
    "<phone>": re.compile(r"\+?\d[\d ()-]{7,}\d"),
    "<!>": re.compile(r"!(?:\s*!)+"),
}


def features(folded: Folded) -> dict[str, list[Span]]:
    """Every feature of a text with its places in the original."""
    found: dict[str, list[Span]] = {}
    for name, span in (*words(folded), *traits(folded)):
        found.setdefault(name, []).append(span)
    return found


def words(folded: Folded) -> Iterator[tuple[str, Span]]:
    """The words, and each with the one before it."""
    before: tuple[str, Token] | None = None
    for token in tokens(folded):
        word = named(token.word)
        if len(word) > 1:
            yield word, span_of(folded, token, token)
        if before:
            yield f"{before[0]} {word}", span_of(folded, before[1], token)
        before = word, token


def named(word: str) -> str:
    """A word as it is counted: all numbers are one, a very long word is cut."""
    return NUMBER if word.isdigit() else plain_letters(word)[:LETTERS_MAX]


def traits(folded: Folded) -> Iterator[tuple[str, Span]]:
    """The traits that a text has."""
    for name, pattern in TRAITS.items():
        for match in pattern.finditer(folded.text):
            yield name, folded.span(match.start(), match.end())
