"""From the bytes of an XML export to text that a parser takes, keeping lines and columns.

Exports in the wild hold control characters that XML 1.0 forbids (section 2.2), say UTF-8 and
hold single bytes of Windows-1252, and begin with a blank line. All three are mended and counted.
See `references` for the fourth. Where something was mended, columns are those of the mended line.
"""

import codecs
import re
from collections.abc import Iterator

from articles.importing.exports.references import FORBIDDEN_REFERENCE, References, whole_part
from articles.importing.marks import MARKS
from articles.importing.records import ParseError

# A piece of a document that is decoded and parsed at once, in bytes.
_PIECE = 1 << 16
# Enough to know a kind of document by.
HEAD_BYTES = 16_384
# A declaration is shorter.
_HEAD = 1024

_DECLARED = re.compile(
    rb"""[\s\0]{0,200}<\?xml[^>]{1,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']""", re.ASCII
)
_DECLARATION = re.compile(r"[\s\ufeff]{0,1000}<\?xml(?=\s)[^>]{0,400}\?>")
# Bytes 80 to 9f of ISO-8859-1 are control characters nobody means; the WHATWG Encoding standard
# reads it as Windows-1252. ASCII is part of UTF-8.
_READ_AS = {"iso8859-1": "cp1252", "ascii": "utf-8", "utf-16": "utf-8", "utf-32": "utf-8"}
_KNOWN = re.compile(
    r"utf-8|cp125\d|cp932|cp949|cp950|iso8859-\d+|koi8-[ru]|gb\w+|big5|euc_\w+|shift_jis|mac-roman"
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udc7f\udd00-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("[\udc80-\udcff]")


class XmlText:
    """The text of an XML document in pieces, and what had to be mended in those that were read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._mark, self.encoding = _encoding(data)
        self.removed = 0
        self.guessed = 0

    def __iter__(self) -> Iterator[str]:
        """Give the pieces in order; without the XML declaration, which names the old encoding."""
        held, is_first, references = "", True, References()
        for raw in self._decoded():
            piece = held + raw
            if is_first:
                piece, is_first = _without_declaration(piece), False
            piece, held = whole_part(piece)
            yield references.mended(self._mended(piece))
        yield references.mended(self._mended(held))

    def _decoded(self) -> Iterator[str]:
        errors = "surrogateescape" if self.encoding == "utf-8" else "replace"
        decoder = codecs.getincrementaldecoder(self.encoding)(errors)
        for start in range(self._mark, len(self._data), _PIECE):
            yield decoder.decode(self._data[start : start + _PIECE])
        yield decoder.decode(b"", final=True)

    def _mended(self, piece: str) -> str:
        piece, removed = _FORBIDDEN.subn("", piece)
        if "&#" in piece:
            piece, references = FORBIDDEN_REFERENCE.subn("", piece)
            removed += references
        piece, guessed = _ESCAPED.subn(_as_windows, piece)
        self.removed += removed
        self.guessed += guessed
        return piece


def head_text(data: bytes) -> str:
    """Give the beginning of a document as text, whatever its encoding, to look at."""
    try:
        mark, encoding = _encoding(data)
    except ParseError:
        mark, encoding = 0, "utf-8"
    return data[mark:HEAD_BYTES].decode(encoding, "replace")


def _encoding(data: bytes) -> tuple[int, str]:
    """Give the length of the byte order mark and the encoding."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return len(mark), encoding
    start = data[:_HEAD].lstrip(b" \t\r\n")[:2]
    if start[:1] == b"<" and start[1:] == b"\0":
        return 0, "utf-16-le"
    if data[:2] == b"\0<":
        return 0, "utf-16-be"
    declared = _DECLARED.match(data[:_HEAD])
    return 0, _known(declared[1].decode("ascii")) if declared else "utf-8"


def _known(name: str) -> str:
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        found = ""
    encoding = _READ_AS.get(found, found)
    if not _KNOWN.fullmatch(encoding):
        raise ParseError(
            f"This export is in the encoding {name!r}, which is not known here; "
            "save it as UTF-8 and try again.",
            1,
        )
    return encoding


def _without_declaration(piece: str) -> str:
    """Blank out the declaration: blank lines may then stand before it, and columns stay."""
    found = _DECLARATION.match(piece)
    if not found:
        return piece.lstrip("\ufeff") if piece.startswith("\ufeff") else piece
    return re.sub("[^\n]", " ", found[0]) + piece[found.end() :]


def _as_windows(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace")
