"""The terms of an article with how much it is about them. Pure."""

import math
from collections import Counter

from articles.stories.comparing.documents import Document, plain_words
from articles.stories.relating.stopwords import STOPWORDS

# A word in the title says as much as so many in the text.
TITLE, STANDFIRST = 4, 2
TERMS_MAX = 200  # of one article; an article of 800 words has about as many
LENGTH_MAX = 30_000  # characters: ten pages say what a text is about
LETTERS_MIN = 3
# "Sleeping" and "sleepless" are about sleep: of a word its beginning counts. Measured against whole
# words, other lengths and cut endings (docs/related.md): as good as any, and it knows no language.
BEGINNING_LETTERS = 6


def read_terms(document: Document) -> dict[str, float]:
    """Every term with the logarithm of how often it is said, the weightiest first."""
    counts: Counter[str] = Counter()
    parts = ((document.title, TITLE), (document.standfirst, STANDFIRST), (document.text, 1))
    for text, weight in parts:
        for term in beginnings(text[:LENGTH_MAX]):
            counts[term] += weight
    found = counts.most_common(TERMS_MAX)
    return {term: round(1 + math.log(count), 2) for term, count in found}


def beginnings(text: str) -> list[str]:
    """The beginnings of the words that say what a text is about."""
    return [word[:BEGINNING_LETTERS] for word in plain_words(text) if is_telling(word)]


def is_telling(word: str) -> bool:
    """Whether a word can say what a text is about: no number, and none that is in every text."""
    return len(word) >= LETTERS_MIN and not word[0].isdigit() and word not in STOPWORDS
