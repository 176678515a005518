"""Words as the index knows them. Pure.

Both databases index the same tokens: small letters and digits of ASCII, a letter first. Spelling,
accents and endings do not count. Endings are those of English (the Snowball stemmer, Porter's
second algorithm), whatever the language of a text; the same word of any other language finds itself.
"""

import re
import threading
from collections.abc import Iterator
from functools import lru_cache

import Stemmer

from common.text import fold, fold_with_map, word_spans, words

# Raise this when a text gives other tokens than before: the index is then built anew.
RULES = 1
# Letters of a word that count. No word of a dictionary is longer; whoever leans on a key is cut off.
TOKEN_MAX = 40
# Every word of a lively site, and a few megabytes in each process.
_REMEMBERED = 32_768

# Begins every token that is not a plain word; no word of any language begins like this.
MARK = "q0"
DIGITS, OTHER, AUTHOR = f"{MARK}d", f"{MARK}x", f"{MARK}a"
EVERY = f"{MARK}e"  # stands in every entry
GAP = f"{MARK}s"  # between two texts of an entry, so that no phrase runs across
END = f"{MARK}z"  # ends what stands above, and what is said

_PART = re.compile("[^-\u2010\u2011_]+")
_APOSTROPHES = re.compile("['\u2019]")
_OWNER = re.compile("['\u2019]s$")
# Scripts that put no spaces between words: each sign counts, and several in a row are a phrase.
SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\U00020000-\U0003ffff]"
)


class _OwnStemmer(threading.local):
    """A stemmer of each thread: one must not serve two at once. Words are remembered here, not by it."""

    def __init__(self) -> None:
        self.stem = Stemmer.Stemmer("english", maxCacheSize=0).stemWord


_OWN = _OwnStemmer()


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order.

    >>> tokens("Na\N{LATIN SMALL LETTER I WITH DIAERESIS}ve patients' well-being, 20 mg")
    ['naiv', 'patient', 'well', 'be', 'q0d20', 'mg']
    """
    return [token for word in words(fold(text)) for token in word_tokens(word)]


def token_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """The same with where each begins and ends in the text."""
    folded, origins = fold_with_map(text)
    origins.append(len(text))
    for start, end in word_spans(folded):
        word = folded[start:end]
        if word.isalnum() and word.isascii():  # nearly every one, and quick
            yield origins[start], origins[end], word_tokens(word)[0]
            continue
        for part in _PART.finditer(folded, start, end):
            signs = list(_pieces(part.group()))
            here = part.start()
            for sign in signs:
                for token in word_tokens(sign):
                    yield origins[here], origins[here + len(sign)], token
                here += len(sign)


@lru_cache(maxsize=_REMEMBERED)
def word_tokens(word: str) -> tuple[str, ...]:
    """The tokens of one word that is folded already: one, or several for a compound."""
    parts = _PART.findall(word)
    found = (token(piece) for part in parts for piece in _pieces(part))
    return tuple(filter(None, found))


def token(word: str) -> str:
    """The token of a folded word without hyphens; "" where there is no letter in it."""
    word = _APOSTROPHES.sub("", _OWNER.sub("", word))[:TOKEN_MAX]
    if not word.isascii():
        return OTHER + word.encode("utf-8", "replace").hex()
    if word.isalpha():
        stem: str = _OWN.stem(word)
        return stem
    is_itself = word[:1].isalpha() and not word.startswith(MARK)
    return word if is_itself or not word else DIGITS + word


def named(mark: str, found: list[str]) -> list[str]:
    """Tokens of a field of its own, as of the author, which no ordinary word meets."""
    return [f"{mark}{each}" for each in found]


def _pieces(part: str) -> Iterator[str]:
    """A part of a word, or each sign of it in scripts without spaces."""
    here = 0
    for sign in SPACELESS.finditer(part) if not part.isascii() else ():
        if here < sign.start():
            yield part[here : sign.start()]
        yield sign.group()
        here = sign.end()
    if here < len(part):
        yield part[here:]
