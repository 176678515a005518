"""Names people may show, pure: which look alike, which speak for the house, which tell too much."""

import re
import unicodedata

from common.text import fold, words

# Nobody is called this: a reader would take it for the house, or for nobody in particular.
RESERVED = frozenset(
    "anonymous commonthread deleted editor guest help member mod mods newsdesk operator reader "
    "root support system team webmaster".split()
)
# Nobody has one of these in their name either: "Moderator Kim" speaks for the house.
SPEAKING = frozenset("admin administrator admins moderator moderators official staff".split())

# Signs that look alike in the typefaces people read with: "AIice" is not another "Alice".
_TWINS = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l"})

# An e-mail address, a web address or a handle: everybody would see it, and robots collect it.
_CONTACT = re.compile(r"@|://|\bwww\.", re.IGNORECASE)


def name_key(name: str) -> str:
    """What two names have in common when readers would take one for the other.

    Spelling, accents, spaces and punctuation do not count, nor do letters that look alike.

    >>> name_key("Slow Otter") == name_key("slow-otter") == name_key("SIow 0tter")
    True
    """
    folded = fold(name).translate(_TWINS)
    bare = "".join(sign for sign in folded if unicodedata.category(sign)[0] not in "PZC")
    # An accent by itself folds to a blank: then the name is its own key.
    return bare or folded.strip() or name


def speaks_for_house(name: str, site_name: str) -> bool:
    """Whether readers could think that the house itself is writing."""
    parts = {name_key(part) for part in words(name)}
    titles = keys(RESERVED | SPEAKING) | {""}
    # What is left beside the name of the house: "Common Thread Team" is the house, too.
    rest = name_key(name).replace(name_key(site_name), "").removeprefix("the")
    return rest in titles or bool(parts & keys(SPEAKING))


def keys(names: frozenset[str]) -> frozenset[str]:
    """The keys of several names."""
    return frozenset(map(name_key, names))


def shows_contact(name: str) -> bool:
    """Whether a name tells where to reach somebody."""
    return _CONTACT.search(name) is not None
