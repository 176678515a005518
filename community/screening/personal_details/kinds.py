"""What a kind of number is: its shape, its check, and the words that name it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

DASH = "\u2010\u2011\u2012\u2013-"
NOT_INSIDE = rf"(?<!\w)(?<!\d[.,/{DASH}])(?<!\+)"
NOT_GOING_ON = rf"(?!\w|[.,/{DASH}]\d)"


@dataclass(frozen=True, slots=True)
class Kind:
    """`holds` is asked about every number of the `shape`, in small letters, as written.

    What it lets through counts beside a `cue`, and without one only if `sure` agrees.
    """

    name: str
    shape: re.Pattern[str]
    holds: Callable[[str], bool]
    cue: re.Pattern[str]
    sure: Callable[[str], bool]


def number(pattern: str) -> re.Pattern[str]:
    """A number of its own, not a part of a longer one, in European digits."""
    european = pattern.replace(r"\d", "[0-9]")
    return re.compile(f"{NOT_INSIDE}(?:{european}){NOT_GOING_ON}")


def words(alternatives: str) -> re.Pattern[str]:
    """Whole words, in the folded form: small letters, no accents."""
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def bare(written: str) -> str:
    """Letters and digits only.

    >>> bare("qq 12-34.56 c")
    'qq123456c'
    """
    return re.sub(r"[\W_]", "", written)


def never(written: str) -> bool:
    """For numbers whose shape alone says nothing: a cue is always needed."""
    return False


def always(written: str) -> bool:
    """For numbers whose check alone says enough."""
    return True
