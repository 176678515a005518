"""Lines of a text with the numbers an editor shows, and how far in each of them begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Characters that print nothing; saved pages carry them at the edges of lines.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# What is cut from the edges of a line: everything Unicode calls white space, and the invisible.
EDGE = (
    "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000" + INVISIBLE
)
TAB = 4  # columns; only the order of indents matters, not their width

_LINE_END = re.compile(r"\r\n|\r|\n")
_SOFT = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")
_PARAGRAPH = re.compile(r"[\x0c\u2029]")  # a form feed and the paragraph separator part blocks
_SOFT_LINE = re.compile(r"[\x0b\x85\u2028]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, the column its text begins at, and the text, edges cut."""

    number: int
    indent: int
    text: str


def split_lines(text: str) -> Iterator[Line]:
    """Give every line, also the blank ones.

    Unicode's own line breaks part a line as well; the pieces share the number of the line.
    """
    for number, physical in enumerate(_LINE_END.split(text), 1):
        if _SOFT.search(physical):
            yield from _pieces(number, physical)
        else:
            yield _line(number, physical)


def _pieces(number: int, physical: str) -> Iterator[Line]:
    for index, paragraph in enumerate(_PARAGRAPH.split(physical)):
        if index:
            yield Line(number, 0, "")
        for piece in _SOFT_LINE.split(paragraph):
            yield _line(number, piece)


def _line(number: int, raw: str) -> Line:
    text = raw.strip(EDGE)
    if not text:
        return Line(number, 0, "")
    return Line(number, _width(raw[: raw.index(text[0])]), text)


def _width(margin: str) -> int:
    column = 0
    for character in margin:
        if character == "\t":
            column += TAB - column % TAB
        elif character not in INVISIBLE:
            column += 1
    return column
