"""What a feed may not hold: entities that grow, and markup without end.

Nothing that a feed declares is ever resolved. A document that was made to keep a parser busy is
refused before one sees it; looking takes time that grows with its length and no faster.
"""

import re

from articles.importing.feeds.limits import MAX_ENTITIES, MAX_ENTITY_CHARS, MAX_OPEN, MAX_SIGNS
from articles.importing.records import ParseError

# What leads out of the document, to a file or an address. Lists of names for characters ("%")
# were declared like this by feeds of the first years, and nobody opens them either.
_OUTSIDE = re.compile(r"\s*(?!%)\S+\s+(?:SYSTEM|PUBLIC)\s", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\s(?P<said>[^>]{0,2000})", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
    r"|(?P<entry><(?:[\w.-]{1,30}:)?(?:item|entry)(?=[\s/>]))"
    r"|(?P<close></|/>)|(?P<open><\w)",
    re.IGNORECASE | re.DOTALL,
)
_NESTED = re.compile(r"&(?!(?:#\w+|amp|lt|gt|quot|apos);)[\w.:-]+;|%[\w.:-]+;")


def refuse_bombs(text: str) -> None:
    """Raise ParseError where a document declares entities that are no names for characters."""
    for number, found in enumerate(_ENTITY.finditer(text)):
        said = found["said"]
        grows = len(said) > MAX_ENTITY_CHARS or _NESTED.search(said)
        if number >= MAX_ENTITIES or grows or _OUTSIDE.match(said):
            raise ParseError(
                "This feed declares entities that grow or lead elsewhere, which no feed needs; "
                "take them out and try again."
            )


def refuse_endless_markup(text: str) -> None:
    """Raise ParseError for more than `MAX_SIGNS`, or more than `MAX_OPEN` elements left open."""
    if text.count("<") + text.count("&") > MAX_SIGNS or _most_open(text) > MAX_OPEN:
        raise ParseError(
            "This feed has more markup than can be read in reasonable time; "
            "take out old entries and try again."
        )


def _most_open(text: str) -> int:
    level = most = 0
    for found in _MARKUP.finditer(text):
        if found["entry"]:
            level = 0
        elif found["open"]:
            level += 1
            most = max(most, level)
        elif found["close"] and level:
            level -= 1
    return most
