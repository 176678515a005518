"""From bytes to text, as browsers do it: byte order mark, declaration, then a guess.

Source of the names: the Encoding Standard of the WHATWG, https://encoding.spec.whatwg.org/.
Unlike a browser, text that is valid UTF-8 is read as such whatever it declares to be: a wrong
declaration is common, and no text in another encoding is valid UTF-8 by chance.
"""

import codecs
import re

from articles.importing.marks import MARKS
from articles.importing.pages.guessing import guess
from articles.importing.pages.labels import codec_of

# The Standard looks at 1,024 bytes; pages with long heads declare it further down.
_HEAD_BYTES = 8_192

_DECLARED = re.compile(
    rb"""<meta\s[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.()\-]{1,40})"""
    rb"""|<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.\-]{1,40})""",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
# Of a hundred bytes that look like UTF-8, this many may be broken by a cut or by a visitor's name.
_BROKEN_PERCENT = 10

# What no text holds: controls, halves of pairs, characters that are none.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# References to Windows characters by their place in a table; browsers read them, parsers do not.
_WINDOWS_REFERENCE = re.compile(r"&#(1(?:2[89]|[345][0-9]));?")


def decode(data: bytes) -> str:
    """Give the text of a page without byte order mark and control characters.

    Never fails: bytes that mean nothing become U+FFFD, as in a browser.
    """
    text = _text(data).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = _NO_TEXT.sub("", text)
    return _WINDOWS_REFERENCE.sub(_windows_character, text)


def declared(data: bytes) -> str | None:
    """Give the codec that the page says it is in, or None where it names none there is."""
    found = _DECLARED.search(_COMMENT.sub(b"", data[:_HEAD_BYTES]))
    return codec_of((found[1] or found[2]).decode("ascii")) if found else None


def _text(data: bytes) -> str:
    for mark, marked in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, "replace")
    wide = _wide_codec(data)
    if wide:
        return data.decode(wide, "replace")
    codec = declared(data)
    # It is made of ASCII, so valid UTF-8, too.
    if b"\x1b" in data and (codec == "iso2022_jp" or b"\x1b$B" in data or b"\x1b$@" in data):
        return data.decode("iso2022_jp", "replace")
    if data.isascii() or _is_utf8(data):
        return data.decode("utf-8", "replace")
    return _legacy(data, codec)


def _legacy(data: bytes, said: str | None) -> str:
    # What is not UTF-8 although it says so is in anything but that.
    codec = guess(data) if said is None or said == "utf-8" else said
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return data.decode(codec, "replace" if codec != "cp1252" else "windows_holes")


def _wide_codec(data: bytes) -> str | None:
    """Give UTF-16 for data in which every other byte of the mark-up is zero."""
    head = data[:_HEAD_BYTES]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most = len(head) // 8  # half of the text may be Chinese
    if odd > most and odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > most and even > 4 * odd else None


def _is_utf8(data: bytes) -> bool:
    """Say whether it is UTF-8, but for a few broken places."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        wide = len(text) - len(text.encode("ascii", "ignore")) - broken
        return broken * 100 <= wide * _BROKEN_PERCENT
    return True


def _windows_character(found: re.Match[str]) -> str:
    return bytes([int(found[1])]).decode("cp1252", "ignore")


def _windows_hole(error: UnicodeError) -> tuple[str, int]:
    """Read the five bytes that Windows-1252 has no character for as nothing."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "", error.end


codecs.register_error("windows_holes", _windows_hole)
