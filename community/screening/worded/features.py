"""What a sentence has, for a weighted count: words, kinds of words, and what stands beside what. Pure.

- the root of each word, and of each two neighbours: "take", "my pill";
- each kind of words (`concepts.py`), by itself after a "not": "<means_pills>", "<~means_pills>";
- each two kinds that stand near each other, in their order: "<want> <die>". The order tells "I do not
  want to live" from "I want to live and not ...".

`scoring.py` adds up the same without writing out the names; the suite holds the two together.
"""

from collections.abc import Iterator
from functools import lru_cache

from community.screening.learned.roots import root
from community.screening.worded.concepts import Concepts

NEAR = 3  # words between two kinds that may belong together; measured: more say nothing new
NEGATIONS = frozenset("not no never nothing nobody without".split())
TURNS = frozenset("but and because so if when".split())
NEGATED = 5  # words, at most, to which a negation carries on
LETTERS_MAX = 24  # a longer run is no word that comes again
NUMBER = "#"
NOT = "~"

# Its name, and the places of the first word and past the last.
Feature = tuple[str, int, int]


def features(words: tuple[str, ...], concepts: Concepts) -> Iterator[Feature]:
    """Every feature of the words of one sentence, as often as it stands there."""
    roots = [counted(word) for word in words]
    yield from ((name, place, place + 1) for place, name in enumerate(roots))
    for place, name in enumerate(roots[1:]):
        yield f"{roots[place]} {name}", place, place + 2
    found = concepts.find(words)
    under = negated(words)
    for place, (start, end, kind) in enumerate(found):
        yield f"<{NOT if under[start] else ''}{kind}>", start, end
        for later, past, other in found[place + 1 :]:
            if later - end >= NEAR:
                break
            if other != kind or later >= end:
                yield f"<{kind}> <{other}>", start, past


def negated(words: tuple[str, ...]) -> list[bool]:
    """For each word, whether a "not" before it carries on to it."""
    under, left = [], 0
    for word in words:
        if word in TURNS:
            left = 0
        under.append(left > 0)
        left = NEGATED if word in NEGATIONS else left - 1
    return under


@lru_cache(maxsize=8192)
def counted(word: str) -> str:
    """A word as it is counted: without its endings, all numbers are one, a very long one is cut."""
    return NUMBER if word.isdigit() else root(word[:LETTERS_MAX])
