"""References to characters in XML exports that no parser takes as they stand.

Older WordPress wrote web addresses of commenters with their "&" as it stands, and names of
HTML such as `&nbsp;` come from plug-ins. Within `<![CDATA[...]]>` both are words and stay.
"""

import re
from html.entities import html5

# Longer than every mark below, and than every reference that is mended.
_LONGEST = 40

FORBIDDEN_REFERENCE = re.compile(
    "&#(?:x0{0,6}(?:[0-8bcef]|1[0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef])"
    "|0{0,6}(?:[0-8]|1[124-9]|2[0-9]|3[01]));",
    re.IGNORECASE,
)
_MARK = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}
_REFERENCE = re.compile(r"&(?:(#\d{1,9}|#x[0-9a-f]{1,8}|[a-z][a-z0-9]{1,31});)?", re.IGNORECASE)
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_BEGINNINGS = re.compile(r"[&<\]-]")


def whole_part(piece: str) -> tuple[str, str]:
    """Part a piece before a mark or a reference that may go on in the next one."""
    begun = _BEGINNINGS.search(piece, max(0, len(piece) - _LONGEST))
    return (piece[: begun.start()], piece[begun.start() :]) if begun else (piece, "")


class References:
    """Mends the pieces of one document, one after the other."""

    def __init__(self) -> None:
        # What ends the section in which all is words, or "" outside of one.
        self._end = ""

    def mended(self, piece: str) -> str:
        """Give the piece so that a parser takes every "&" in it."""
        if "&" not in piece:
            self._pass_marks(piece)
            return piece
        parts, at = [], 0
        for found in _MARK.finditer(piece):
            parts.append(self._part(piece[at : found.start()]))
            parts.append(found[0])
            self._pass(found[0])
            at = found.end()
        return "".join([*parts, self._part(piece[at:])])

    def _part(self, words: str) -> str:
        return words if self._end or "&" not in words else _REFERENCE.sub(_read, words)

    def _pass_marks(self, piece: str) -> None:
        for found in _MARK.finditer(piece):
            self._pass(found[0])

    def _pass(self, mark: str) -> None:
        if self._end:
            self._end = "" if mark == self._end else self._end
        else:
            self._end = _ENDS.get(mark, "")


def _read(found: re.Match[str]) -> str:
    name = found[1]
    if not name:
        return "&amp;"
    if name.startswith("#") or name in _OF_XML:
        return found[0]
    signs = html5.get(f"{name};")
    return "".join(f"&#{ord(sign)};" for sign in signs) if signs else f"&amp;{name};"
