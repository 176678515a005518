"""HTML that counts on line breaks, as WordPress keeps it: a blank line begins a paragraph.

What WordPress does when it shows a page is done here once: text outside of block elements is set
in paragraphs, a single line break in it becomes `<br>`. Text within a list item, a table or a
`<pre>` stays as it is. Comments are left out.
"""

import re
from collections import Counter

from common.html.silent import RAW_ELEMENTS
from common.html.tokens import Aside, End, Start, Text, Token, tokens

_BLOCKS = frozenset(
    """
    address article aside blockquote canvas center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu
    nav ol p pre section summary table tbody td tfoot th thead tr caption col colgroup ul
    """.split()
)
_EMPTY = frozenset({"hr", "col"})
# In these, too, people part paragraphs with blank lines.
_PAGE_LIKE = frozenset({"article", "aside", "blockquote", "div", "main", "section"})
_BLANK_LINE = re.compile(r"\n\s*\n")
_BREAKS = ("<br>", "<br/>", "<br />")


def paragraphs(html: str) -> str:
    """Give the HTML with a paragraph element for every paragraph, in linear time."""
    setter = _Setter()
    for token in tokens(html.replace("\r\n", "\n").replace("\r", "\n"), RAW_ELEMENTS):
        setter.take(token)
    setter.flush()
    return "".join(setter.parts)


class _Setter:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.run: list[str] = []
        self.open: list[str] = []
        self.times_open: Counter[str] = Counter()

    def take(self, token: Token) -> None:
        if isinstance(token, Aside):
            return
        if isinstance(token, Text):
            self.run.append(token.raw)
        elif token.name in _BLOCKS:
            self.flush()
            self._block(token)
            self.parts.append(token.raw)
        else:
            self.run.append(token.raw.replace("\n", " "))

    def _block(self, token: Start | End) -> None:
        if isinstance(token, End):
            self._close(token.name)
            return
        if self.open and self.open[-1] == "p":  # a block ends the paragraph before it
            self._close("p")
        if token.name not in _EMPTY:
            self.open.append(token.name)
            self.times_open[token.name] += 1

    def _close(self, name: str) -> None:
        while self.times_open[name]:
            closed = self.open.pop()
            self.times_open[closed] -= 1
            if closed == name:
                return

    def flush(self) -> None:
        """Write the words since the last block."""
        words, self.run = "".join(self.run), []
        inside = self.open[-1] if self.open else None
        if inside is None or (inside in _PAGE_LIKE and "\n" in words.strip()):
            words = "".join(_paragraph(one) for one in _BLANK_LINE.split(words))
        self.parts.append(words)


def _paragraph(words: str) -> str:
    lines = [line for one in words.split("\n") if (line := one.strip())]
    ended = [line if line.lower().endswith(_BREAKS) else f"{line}<br>" for line in lines[:-1]]
    return f"<p>{''.join(ended)}{lines[-1]}</p>" if lines else ""
