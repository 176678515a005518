"""The four things one can say with a button, and how many said each, in words. Pure.

There is nothing to vote with: no kind is better than another, and none can be said against somebody.
"""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "thank_you": "Thank you",
    "helps_me": "Helps me",
    "me_too": "Me too",
    "thinking_of_you": "Thinking of you",
}


def in_words(counts: Mapping[str, int]) -> str:
    """How many said each, always in the same order; "" when nobody said anything.

    >>> in_words({"me_too": 1, "thank_you": 3})
    'Thank you 3 · Me too 1'
    """
    said = ((label, counts.get(kind, 0)) for kind, label in KINDS.items())
    return " · ".join(f"{label} {count:,}" for label, count in said if count > 0)
