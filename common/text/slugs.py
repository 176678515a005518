"""Titles as the last part of a web address."""

import re
import unicodedata

from common.text.cleaning import one_line
from common.text.letters import CYRILLIC, GREEK, LATIN

_PLAIN = {**LATIN, **CYRILLIC, **GREEK}
_APOSTROPHES = re.compile("['`\u00b4\u02bc\u2018\u2019]")
_OTHER = re.compile("[^a-z0-9]+")
_WITHOUT_LETTERS = "article"


def slugify_title(title: str, max_length: int = 80) -> str:
    """Small ASCII letters, digits and hyphens, at most `max_length` (1 or more), never empty.

    Latin, Cyrillic and Greek are written in Latin letters; a title in another script alone
    gives "article". Two titles may share a slug: making it unique is the caller's part.
    """
    small = _APOSTROPHES.sub("", one_line(title).lower())
    plain = "".join(map(_transliterate, small))
    slug = _shorten(_OTHER.sub("-", plain).strip("-"), max_length)
    return slug or _WITHOUT_LETTERS[:max_length]


def _transliterate(character: str) -> str:
    if character.isascii():
        return character
    if character in _PLAIN:
        return _PLAIN[character]
    parts = unicodedata.normalize("NFKD", character).lower()
    return "".join(_PLAIN.get(part, part) for part in parts if not unicodedata.combining(part))


def _shorten(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    whole_words = slug[: max_length + 1].rpartition("-")[0]
    return whole_words or slug[:max_length]
