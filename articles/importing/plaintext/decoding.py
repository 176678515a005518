"""From bytes to text: UTF-8, or UTF-16 where a byte order mark says so. Nothing is guessed."""

import codecs
import re

from articles.importing.plaintext.lines import EDGE
from articles.importing.records import ParseError

# The longest news page with thousands of comments has about 2 MB of text.
MAX_DOCUMENT_BYTES = 5 * 1024 * 1024
# 20,000 comments of two lines each, with a blank line between: twice the longest thread known.
MAX_LINES = 60_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
# Everything below the space but tab, line feed, vertical tab, form feed and carriage return.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def too_large(limit: int = MAX_DOCUMENT_BYTES) -> str:
    """Give the sentence for a document over the limit, in bytes."""
    return (
        f"This is larger than {limit // 1024 // 1024} MB, which is more than a saved page has; "
        "save the article alone as text and try again."
    )


def decode(data: bytes) -> str:
    """Give the text of a document, without its byte order mark.

    Raises ParseError for a document that is too large, empty, not text, or in another encoding.
    """
    if len(data) > MAX_DOCUMENT_BYTES:
        raise ParseError(too_large())
    text = _decoded(data)
    if not text.strip(EDGE):
        raise ParseError("There is no text in this document; save the page again and try again.")
    _refuse_binary(text)
    if _lines(text) > MAX_LINES:
        raise ParseError(
            f"This has more than {MAX_LINES:,} lines, which is more than a saved page has; "
            "save the article alone as text and try again."
        )
    return text


def _decoded(data: bytes) -> str:
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = data[len(mark) : len(mark) + error.start].decode(encoding, "replace")
        raise _unreadable(data, before, encoding) from error


def _unreadable(data: bytes, before: str, encoding: str) -> ParseError:
    line, column = place_after(before)
    if encoding == "utf-8" and b"\0" in data:
        return _not_text(line, column)
    name = "UTF-8" if encoding == "utf-8" else "UTF-16"
    return ParseError(f"The text is not in {name}; save it as UTF-8 and try again.", line, column)


def _refuse_binary(text: str) -> None:
    control = _CONTROL.search(text)
    if control:
        raise _not_text(*place_after(text[: control.start()]))


def _not_text(line: int, column: int) -> ParseError:
    return ParseError(
        "This is not plain text; save the page as text (UTF-8) and try again.", line, column
    )


def _lines(text: str) -> int:
    breaks = sum(text.count(sign) for sign in "\n\r\x0b\x0c\x85\u2028\u2029")
    return 1 + breaks - text.count("\r\n")


def place_after(before: str) -> tuple[int, int]:
    """Give line and column, counted from 1, of the character that follows the text."""
    line, start = 1, 0
    for found in _LINE_END.finditer(before):
        line, start = line + 1, found.end()
    return line, len(before) - start + 1
