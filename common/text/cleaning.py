"""Text as it came in, made safe to store and to show, word for word."""

import re
import unicodedata

# Unicode's own "stream-safe" bound (UAX #15, section 13): no language stacks more marks on a
# letter. Towers of thousands cover the lines around them, and sorting them takes seconds.
MAX_STACKED_MARKS = 30

# More than two blank lines in a row only push the next words off the screen.
_MANY_BLANK_LINES = re.compile(r"\n{4,}")

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# PostgreSQL stores no NUL, XML 1.0 (so no feed) allows no other control character either.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")

# Half characters and code points that Unicode promises never to use: no encoder takes the
# first, no XML or HTML document may hold the second.
_PLANES = range(17)
_NEVER_CHARACTERS = "".join(chr(plane << 16 | low) for plane in _PLANES for low in (0xFFFE, 0xFFFF))
_BROKEN = re.compile(f"[\ud800-\udfff\ufdd0-\ufdef{_NEVER_CHARACTERS}]")

# Only a run of this many characters beyond Latin can hide a tower of marks.
_MAYBE_TOWER = re.compile(f"[^\x00-\u02ff]{{{MAX_STACKED_MARKS + 1}}}")

# Direction marks and overrides: in a name they reorder the words printed after it.
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = re.compile(f"[{_DIRECTION}\u00ad\u180e\u200b\u2060-\u2064]")

# Letters by name, blank by look (Hangul fillers, the empty Braille cell): they count as spaces.
_SPACES = re.compile("[\\s\u115f\u1160\u2800\u3164\uffa0]+")

# Joiners belong inside a word or an emoji, never at the edge of a name.
_EDGES = " \u200c\u200d"


def storable(text: str) -> str:
    """The text with every line end as a newline and without what no database or page can hold.

    Control characters other than tab and newline go; half a surrogate pair and code points
    that are no characters become U+FFFD. Words, spaces, emoji and accents stay as they are.
    """
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    if text.isascii() or not _BROKEN.search(text):
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return _BROKEN.sub("\ufffd", whole)


def normalise(text: str) -> str:
    """What a person wrote, word for word, in the one form that is stored.

    Unicode NFC, newlines as `\\n`, no control characters, no spaces at the ends of lines, no
    more than two blank lines in a row, none at either end.
    """
    text = unicodedata.normalize("NFC", _without_towers(storable(text)))
    text = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    return _MANY_BLANK_LINES.sub("\n\n", text).strip("\n")


def one_line(text: str) -> str:
    """A name or a title on one line: spaces folded, no controls, no direction overrides.

    Empty when nothing of it could be seen. Joiners inside emoji and words stay.
    """
    line = _INVISIBLE.sub("", _SPACES.sub(" ", normalise(text)))
    line = _SPACES.sub(" ", line).strip(_EDGES)
    return line if any(map(_can_be_seen, line)) else ""


def _without_towers(text: str) -> str:
    if text.isascii() or not _MAYBE_TOWER.search(text):
        return text
    kept, height = [], 0
    for character in text:
        height = height + 1 if unicodedata.combining(character) else 0
        if height <= MAX_STACKED_MARKS:
            kept.append(character)
    return "".join(kept)


def _can_be_seen(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPS"
