"""The forms that an English word takes, and digits that stand for letters."""

import re

DIGIT_LETTERS = str.maketrans("013457", "oieast")
VOWELS = "aeiou"
ENDINGS = ("s", "es", "ed", "ing", "er", "ers", "ly")
ENDINGS_OF_A_STEM = ("ed", "ing", "er", "ers")  # "cure" gives curing, and not curly
LAST_VOWEL_SHORT = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")
HAS_LETTER = re.compile(r"[^\W\d_]")

# Shorter words have too many neighbours: "as" must not become "ass" or "ased".
LETTERS_TO_BEND = 3


def plain_letters(word: str) -> str:
    """Read digits inside a word as the letters they stand for; leave numbers alone.

    >>> plain_letters("v1agra"), plain_letters("100")
    ('viagra', '100')
    """
    return word.translate(DIGIT_LETTERS) if HAS_LETTER.search(word) else word


def forms_of(word: str) -> frozenset[str]:
    """Return a word with its usual English endings: cure, cures, cured, curing, curer, ...

    A form that no dictionary knows does no harm: nobody writes it.
    """
    if len(word) < LETTERS_TO_BEND or not word.isalpha():
        return frozenset({word})
    bent = {word + ending for ending in ENDINGS}
    bent |= {_stem(word) + ending for ending in ENDINGS_OF_A_STEM}
    if word.endswith("y") and word[-2] not in VOWELS:
        bent |= {word[:-1] + "i" + ending for ending in ("es", "ed", "er", "ers", "ly")}
    return frozenset({word} | bent)


def _stem(word: str) -> str:
    """The word without a silent e (curing), or with its last letter doubled (stopped)."""
    if word.endswith("e"):
        return word[:-1]
    return word + word[-1] if LAST_VOWEL_SHORT.search(word) else word
