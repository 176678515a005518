"""Whether a text says again most of what another one said, with words changed, added or moved.

The measure is the containment of Broder, "On the resemblance and containment of documents"
(Compression and Complexity of Sequences, 1997): of the runs of words in the new text, the share
that the earlier text has too. Runs of two words hold through small changes and moved sentences.
Python's own hashing of pairs takes the place of his fingerprints.
"""

from dataclasses import dataclass
from itertools import pairwise

from common.text import fold
from community.screening.tokens import WORD

# Measured on own-written pairs (docs/screening.md): copies with a few words changed share at
# least 0.77 of their pairs, honest posts about the same drug up to 0.31, and two posts that
# somebody shaped after one another 0.58.
SHARE_OF_A_COPY = 0.7
# Shorter ones share their pairs by politeness: "Thank you for sharing this, it helps".
WORDS_TO_COMPARE = 12
# A few lines out of a post this many times as long are a quotation, and no copy.
TIMES_AS_LONG = 5
# Beyond this many words a text is quicker split up than searched for single words.
WORDS_TO_SEARCH_FOR = 200

_NOT_IN_A_WORD = {code: " " for code in range(128) if not chr(code).isalnum()}
# Typing on a phone brings these. Without them most texts are plain ASCII, which is quick.
_TYPED_SIGNS = "\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u00a0"
# Enough for the letters of the languages on one site.
_REMEMBERED = 4096


class _Letters(dict[int, str]):
    """What each letter folds to, for `str.translate`; filled as letters come."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[code] = fold(chr(code))
        return self[code]


_LETTERS = _Letters()


def folded_plain(text: str) -> str:
    """`fold` for comparing words only, in half the time: quotes and dashes become spaces."""
    if text.isascii():
        return text.lower()
    for sign in _TYPED_SIGNS:
        text = text.replace(sign, " ")
    return text.lower() if text.isascii() else text.translate(_LETTERS)


def words_of(folded: str) -> list[str]:
    """The words of a folded text, the same that `WORD` finds, in a sixth of the time."""
    if folded.isascii():
        return folded.translate(_NOT_IN_A_WORD).split()
    return WORD.findall(folded)


@dataclass(frozen=True, slots=True)
class Original:
    """A text that others are compared with: its pairs, and its words, the longest first.

    `length` is that of the text in characters.
    """

    length: int
    pairs: frozenset[tuple[str, str]]
    words: tuple[str, ...]

    @classmethod
    def of(cls, folded: str) -> "Original":
        words = words_of(folded)
        longest_first = sorted(set(words), key=lambda word: (-len(word), word))
        return cls(len(folded), frozenset(pairwise(words)), tuple(longest_first))

    def share_in(self, words: list[str]) -> float:
        """The share of the pairs that `words` have as well, from 0 to 1."""
        shared = self.pairs.intersection(pairwise(words))
        return len(shared) / len(self.pairs) if self.pairs else 0.0

    def may_be_said_in(self, folded: str) -> bool:
        """Whether a closer look is worth its time. True wherever `share_in` is that of a copy.

        A word that is missing takes with it the pair it begins, so in a copy no more words can
        be missing than pairs, and one, the last.
        """
        if len(self.words) > WORDS_TO_SEARCH_FOR:
            return True
        left = (1 - SHARE_OF_A_COPY) * len(self.pairs) + 1
        for word in self.words:
            if word not in folded:
                left -= 1
                if left < 0:
                    return False
        return True


def is_near_copy(original: Original, text: str) -> bool:
    """Whether `text` has most of what the original says."""
    if len(text) > TIMES_AS_LONG * original.length:
        return False
    folded = folded_plain(text)
    return original.may_be_said_in(folded) and (
        original.share_in(words_of(folded)) >= SHARE_OF_A_COPY
    )
