"""JSON exports read piece by piece, so that only one comment or article is in memory at a time.

Numbers that JSON does not know (NaN, Infinity) are refused. Errors name line and column.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from articles.importing.exports.limits import check_pieces
from articles.importing.exports.packing import unpacked, unpacked_head
from articles.importing.records import ParseError

_HEAD = 16_384
_BLANK = re.compile(r"[ \t\r\n]*+")


def json_text(data: bytes) -> str:
    """Give the text of a JSON export, unpacked and decoded. Raises ParseError."""
    data = unpacked(data)
    check_pieces(data)
    try:
        return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ParseError(
            "This export is not in UTF-8; export it again, or save it as UTF-8.",
            data.count(b"\n", 0, error.start) + 1,
        ) from error


def json_head(data: bytes) -> str:
    """Give the beginning of a JSON export, to look at, without what stands before it."""
    head = unpacked_head(data, _HEAD)
    return head.decode(json.detect_encoding(head), "replace").lstrip("\ufeff \t\r\n")


class JsonReader:
    """A place in a JSON text, from which values are read one by one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line, self._line_at = 1, 0
        self._decode = json.JSONDecoder(parse_constant=_refuse).raw_decode

    def next(self) -> str:
        """Give the sign that the next value begins with, or "" at the end."""
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def line(self) -> int:
        """Give the line of this place, from 1."""
        self._line += self._text.count("\n", self._line_at, self._at)
        self._line_at = self._at
        return self._line

    def value(self) -> Any:
        """Read one whole value."""
        self.next()
        try:
            value, self._at = self._decode(self._text, self._at)
        except json.JSONDecodeError as error:
            raise _damaged(error.msg, error.lineno, error.colno) from error
        except (ValueError, RecursionError) as error:  # a number or a nesting beyond all bounds
            raise _damaged("a value nobody exports", self.line()) from error
        return value

    def members(self) -> Iterator[tuple[str, Any]]:
        """Read an object: its members one by one, of a list each element with the list's name."""
        self._take("{")
        while self.next() != "}":
            name = self.value()
            if not isinstance(name, str):
                raise _damaged("a name is missing", self.line())
            self._take(":")
            if self.next() == "[":
                for element in self.elements():
                    yield name, element
            else:
                yield name, self.value()
            self._comma("}")
        self._take("}")

    def elements(self) -> Iterator[Any]:
        """Read a list: its elements one by one."""
        self._take("[")
        while self.next() != "]":
            yield self.value()
            self._comma("]")
        self._take("]")

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self.next():
            raise _damaged("there is more behind its end", self.line())

    def _take(self, sign: str) -> None:
        if self.next() != sign:
            raise _damaged(f"expecting {sign}", self.line())
        self._at += 1

    def _comma(self, end: str) -> None:
        if self.next() == end:
            return
        self._take(",")
        if self.next() == end:
            raise _damaged("a comma too many", self.line())


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _damaged(said: str, line: int, column: int | None = None) -> ParseError:
    return ParseError(f"This JSON is damaged or cut off ({said}); export it again.", line, column)
