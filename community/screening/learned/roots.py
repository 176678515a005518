"""The root of an English word, so that "cured" teaches what "cures" means. Pure.

Endings are cut off by length alone, after the first step of Porter's ("An algorithm for suffix
stripping", Program 14, 1980), without his measure. A root need not be a word: it only has to be
the same for the forms of one.
"""

ENDINGS = (
    "ingly",
    "edly",
    "ings",
    "ing",
    "ers",
    "er",
    "ies",
    "ied",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
LETTERS_LEFT = 3  # of a shorter rest nobody knows what it was


def root(word: str) -> str:
    """Cut twice: "ordered" is "order", and "order" itself loses an ending too.

    >>> [root(word) for word in ("cures", "cured", "curing", "ordered", "orders", "bus")]
    ['cur', 'cur', 'cur', 'ord', 'ord', 'bus']
    """
    return shortened(shortened(word))


def shortened(word: str) -> str:
    """A word without its longest ending, if enough is left."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LETTERS_LEFT:
            return word[: -len(ending)]
    return word
