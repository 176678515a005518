"""What a text has, for a count of words: their roots, pairs of them, kinds and traits. Pure.

Words are read as screening reads them everywhere: without accents, behind look-alike letters and
digits, so that "fr€e v1agra" teaches the same as "free viagra".
"""

from collections.abc import Iterator

from community.screening.folded import Folded
from community.screening.learned.pitches import APPEALS, kind_of
from community.screening.learned.roots import root
from community.screening.learned.traits import Place, traits
from community.screening.tokens import Token, tokens
from community.screening.word_forms import plain_letters

LETTERS_MAX = 24  # a longer run is no word that comes again
NUMBER = "<number>"

Places = dict[str, list[Place]]


def features(folded: Folded) -> Places:
    """Every feature of a text with its places in the folded text."""
    found: Places = {}
    signs: Places = {}
    for name, place in words(folded):
        found.setdefault(name, []).append(place)
        if kind := kind_of(name):
            signs.setdefault(kind, []).append(place)
    for name, place in traits(folded):
        signs.setdefault(name, []).append(place)
    return found | signs | together(signs)


def words(folded: Folded) -> Iterator[tuple[str, Place]]:
    """The words, and each with the one before it."""
    before: tuple[str, Token] | None = None
    for token in tokens(folded):
        word = named(token.word)
        if len(word) > 1:
            yield word, (token.start, token.end)
        if before:
            yield f"{before[0]} {word}", (before[1].start, token.end)
        before = word, token


def named(word: str) -> str:
    """A word as it is counted: all numbers are one, a very long word is cut."""
    return NUMBER if word.isdigit() else root(plain_letters(word)[:LETTERS_MAX])


def together(signs: Places) -> Places:
    """Kinds that come twice, and how many there are; each at the place that made it so."""
    twice = {f"{name} twice": places[1:] for name, places in signs.items() if len(places) > 1}
    appeals = {name: places for name, places in signs.items() if name in APPEALS}
    return twice | counted("kinds", signs) | counted("appeals", appeals)


def counted(what: str, signs: Places) -> Places:
    """Two, three and so on of them: whoever has three has two as well."""
    firsts = sorted(places[0] for places in signs.values())
    return {f"<{n} {what}>": [place] for n, place in enumerate(firsts, start=1) if n > 1}
