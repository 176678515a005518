"""Whom a text names with "@". Pure but for the names, which the caller looks up."""

import re

from community.members.models import PSEUDONYM_MAX
from community.members.naming.names import name_key

# Names that are looked up for one text; who names more shouts.
MENTIONS_MAX = 10
_AT = re.compile(r"(?<![\w@.])@(?=\w)")
_WORDS_MAX = 4  # words of a name that are tried: "Slow Otter of Leeds"
_WORD = re.compile(r"[\w'’.-]+")


def mentioned_keys(text: str) -> list[set[str]]:
    """For each "@" the keys of the names that may stand behind it, the longest name last.

    >>> name_key("Slow Otter") in mentioned_keys("Thanks @Slow Otter for this")[0]
    True
    """
    found = []
    for match in _AT.finditer(text):
        after = text[match.end() : match.end() + PSEUDONYM_MAX].split("\n")[0]
        words = _WORD.findall(after)[:_WORDS_MAX]
        names = [" ".join(words[: count + 1]) for count in range(len(words))]
        found.append(
            {name_key(name) for name in names} | {name_key(n.rstrip(".-'’")) for n in names}
        )
        if len(found) == MENTIONS_MAX:
            break
    return found
