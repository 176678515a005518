"""The words of a piece of HTML, for search, excerpts, reading time and e-mail."""

import re

from common.html.entities import decode
from common.html.policies import SILENT
from common.html.silent import RAW_ELEMENTS, without_silent
from common.html.tokens import End, Start, Text, tokens
from common.text import storable

_SPACES = re.compile("[ \t\n]+")

# An empty line before and after.
_PARTED = frozenset(
    "p div h1 h2 h3 h4 h5 h6 blockquote ul ol dl pre hr table section article header footer main"
    " aside nav figure form".split()
)

# A line of their own.
_LINES = frozenset(
    "li dt dd tr caption figcaption address details summary legend option body html".split()
)

_CELLS = frozenset(("td", "th"))


def html_to_text(html: str) -> str:
    """What a reader sees of any HTML, sanitised or hostile, in linear time.

    Paragraphs, headings and lists are parted by an empty line, items, rows and line breaks by
    a newline. Scripts, styles and comments are not text.
    """
    page = _Page()
    stream = tokens(storable(html), RAW_ELEMENTS)
    for token in without_silent(stream, SILENT):
        if isinstance(token, Text):
            page.text(decode(token.raw))
        elif isinstance(token, Start | End):
            page.tag(token)
    return "".join(page.parts)


class _Page:
    """Words with the space between them written late, so that none is left at the ends."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.newlines = 0
        self.space = False
        self.pre_depth = 0

    def text(self, text: str) -> None:
        if self.pre_depth:
            self._words(text.strip("\n"))
            return
        folded = _SPACES.sub(" ", text)
        self.space = self.space or folded.startswith(" ")
        self._words(folded.strip(" "))
        self.space = self.space or folded.endswith(" ")

    def tag(self, token: Start | End) -> None:
        if token.name == "pre":
            self.pre_depth = int(isinstance(token, Start))
        if token.name in _PARTED:
            self.newlines = 2
        elif token.name in _LINES:
            self.newlines = max(self.newlines, 1)
        elif token.name == "br":
            self.newlines = min(self.newlines + 1, 2)
        elif token.name in _CELLS:
            self.space = True

    def _words(self, text: str) -> None:
        if not text:
            return
        if self.parts:
            self.parts.append("\n" * self.newlines or " " * self.space)
        self.parts.append(text)
        self.newlines, self.space = 0, False
