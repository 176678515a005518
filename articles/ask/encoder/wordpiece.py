"""Words cut to the pieces that the encoder knows. Pure.

As BERT does it (Devlin and others, 2018): small letters without accents, signs by themselves, and then
the longest piece that is known, from the left; pieces within a word begin with "##".
"""

import unicodedata
from collections.abc import Iterator, Mapping

FIRST, LAST, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
WORD_MAX = 100  # letters; what is longer is no word
_INSIDE = "##"
# Scripts without spaces: each sign is a word.
_IDEOGRAPHS = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"))


def pieces(text: str, vocabulary: Mapping[str, int], most: int) -> list[int]:
    """The numbers of the pieces of a text, at most so many with the two around it."""
    found = [vocabulary[FIRST]]
    for word in split_words(text):
        found += word_pieces(word, vocabulary)
        if len(found) >= most:
            break
    return [*found[: most - 1], vocabulary[LAST]]


def split_words(text: str) -> Iterator[str]:
    """The words and signs of a text.

    >>> list(split_words("Na\N{LATIN SMALL LETTER I WITH DIAERESIS}ve, isn't it?"))
    ['naive', ',', 'isn', "'", 't', 'it', '?']
    """
    word = ""
    for letter in unicodedata.normalize("NFD", text.lower()):
        kind = unicodedata.category(letter)
        if kind == "Mn" or (kind[0] == "C" and letter not in "\t\n\r"):
            continue
        if not letter.isspace() and not stands_alone(letter, kind):
            word += letter
            continue
        if word:
            yield word
        word = ""
        if not letter.isspace():
            yield letter
    if word:
        yield word


def stands_alone(letter: str, kind: str) -> bool:
    """Whether a sign is a word by itself: punctuation, all of ASCII's signs, and ideographs."""
    if kind[0] == "P" or (letter.isascii() and not letter.isalnum()):
        return True
    return any(first <= letter <= last for first, last in _IDEOGRAPHS)


def word_pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The longest known pieces of a word, from the left; one unknown where some of it is not known."""
    unknown = [vocabulary[UNKNOWN]]
    if len(word) > WORD_MAX:
        return unknown
    found: list[int] = []
    start = 0
    while start < len(word):
        mark = _INSIDE if start else ""
        ends = range(len(word), start, -1)
        end = next((each for each in ends if mark + word[start:each] in vocabulary), None)
        if end is None:
            return unknown
        found.append(vocabulary[mark + word[start:end]])
        start = end
    return found
