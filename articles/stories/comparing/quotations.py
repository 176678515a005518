"""What somebody is quoted with, recognised again with other marks and after small cuts. Pure."""

import re
from dataclasses import dataclass
from itertools import pairwise

from articles.stories.comparing.documents import plain_words

WORDS_OF_A_QUOTATION = 6  # shorter ones ("a difficult time") are said by many
# Of the pairs of neighbouring words in the shorter one, the share that the longer one has too.
# A cut breaks one pair, a changed word two.
ALIKE = 0.75

# Opening marks of English, German, French and Nordic print, and the plain one that serves as both.
_QUOTED = re.compile(
    '[\u201c\u201d\u201e\u00ab\u00bb"]'
    '([^\u201c\u201d\u201e\u00ab\u00bb"\n]{20,800})'
    '(?:[\u201c\u201d\u00ab\u00bb"]|$)',
    re.MULTILINE,
)
# A part between two quotations: says who speaks, and is not quoted itself.
_ASIDE = re.compile(r"^[\s,]*(?:says|said|explains|explained|adds|added)\b")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, as they stand there and as they are compared."""

    text: str
    words: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, text: str) -> "Quotation":
        words = tuple(plain_words(text))
        return cls(text, words, frozenset(pairwise(words)))


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text that are long enough to be somebody's own, in their order."""
    found = (match[1].strip(" ,") for match in _QUOTED.finditer(text))
    read = [Quotation.of(words) for words in found if not _ASIDE.match(words)]
    return [each for each in read if len(each.words) >= WORDS_OF_A_QUOTATION]


def shared(first: list[Quotation], second: list[Quotation]) -> list[Quotation]:
    """What both quote, in the shorter form and the order of `first`; each said once."""
    found = {}
    for one in first:
        for other in second:
            shorter, longer = sorted((one, other), key=lambda each: len(each.words))
            if len(shorter.pairs & longer.pairs) >= ALIKE * len(shorter.pairs):
                found[shorter.words] = shorter
    return list(found.values())
