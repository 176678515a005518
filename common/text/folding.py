"""Two spellings of one word made equal, to compare names and to find words."""

import unicodedata
from functools import lru_cache

from common.text.letters import LATIN, LOOK_ALIKE

# Enough for every letter of the languages on one site, and small whatever is sent to us.
_REMEMBERED = 8192

# Accents and points that a reader may leave out: Latin, Greek and Cyrillic accents, Hebrew
# points, Arabic vowel signs. Signs that are letters of their own (Hindi, Thai, kana) stay.
_ACCENTS = (
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F),
    (0x0670, 0x0670), (0x06D6, 0x06ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)  # fmt: skip

# Fillers and variation selectors show nothing but are not "format" characters to Unicode.
_UNSEEN = (
    (0x115F, 0x1160), (0x180B, 0x180F), (0x2800, 0x2800), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),
)  # fmt: skip

_SAME = {**LATIN, **LOOK_ALIKE}


def fold(text: str) -> str:
    r"""The text for comparison only: small letters, no accents, nothing invisible, and Latin
    letters for the Cyrillic and Greek ones that look like them.

    >>> fold("\N{CYRILLIC CAPITAL LETTER A}dm\N{ZERO WIDTH SPACE}in")
    'admin'
    """
    return text.lower() if text.isascii() else "".join(map(_fold_character, text))


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """`fold(text)`, and for each of its characters the index in `text` it comes from."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    parts = [_fold_character(character) for character in text]
    origins = [index for index, part in enumerate(parts) for _ in part]
    return "".join(parts), origins


@lru_cache(maxsize=_REMEMBERED)
def _fold_character(character: str) -> str:
    """Zero or more characters; looked at alone, so that positions can be traced back."""
    small = unicodedata.normalize("NFKD", character).casefold()
    small = unicodedata.normalize("NFKD", small)
    return "".join(_SAME.get(part, part) for part in small if not _is_left_out(part))


def _is_left_out(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or any(
        first <= ord(character) <= last for first, last in _ACCENTS + _UNSEEN
    )
