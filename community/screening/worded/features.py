"""What a sentence has, for a weighted count: words, kinds of words, and what stands beside what. Pure.

- the root of each word, and of each two neighbours: "take", "my pill";
- each kind of words (`concepts.py`): "<means_pills>";
- each two kinds that stand near each other, in their order: "<want> <die>". The order tells "I do not
  want to live" from "I want to live and not ...".

`scoring.py` adds up the same without writing out the names; the suite holds the two together.
"""

from collections.abc import Iterator
from functools import lru_cache

from community.screening.learned.roots import root
from community.screening.worded.concepts import Concepts

NEAR = 5  # words between two kinds that may belong together
LETTERS_MAX = 24  # a longer run is no word that comes again
NUMBER = "#"

# Its name, and the places of the first word and past the last.
Feature = tuple[str, int, int]


def features(words: tuple[str, ...], concepts: Concepts) -> Iterator[Feature]:
    """Every feature of the words of one sentence, as often as it stands there."""
    roots = [counted(word) for word in words]
    yield from ((name, place, place + 1) for place, name in enumerate(roots))
    for place, name in enumerate(roots[1:]):
        yield f"{roots[place]} {name}", place, place + 2
    found = concepts.find(words)
    for place, (start, end, kind) in enumerate(found):
        yield f"<{kind}>", start, end
        for later, past, other in found[place + 1 :]:
            if later - end >= NEAR:
                break
            if other != kind or later >= end:
                yield f"<{kind}> <{other}>", start, past


@lru_cache(maxsize=8192)
def counted(word: str) -> str:
    """A word as it is counted: without its endings, all numbers are one, a very long one is cut."""
    return NUMBER if word.isdigit() else root(word[:LETTERS_MAX])
