"""Comments in Markdown as HTML: paragraphs, quotes, lists, code. Linear, and own tags are text.

What is meant is CommonMark's plainest part. A single line break stays one, as people who type a
comment expect. Headings become bold lines, pictures links.
"""

import re
from collections.abc import Callable
from html import escape

from articles.importing.exports.markdown_inline import inline

# Deeper ones are text: nobody can read more on a phone.
_LEVELS = 5

_FENCE = re.compile(r" {0,3}(```+|~~~+)[^`]*$")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)(.*)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r" {0,3}>[ ]?")
_BULLET = re.compile(r" {0,3}[-*+][ \t]+(?=\S)")
_NUMBER = re.compile(r" {0,3}\d{1,9}[.)][ \t]+(?=\S)")
_CODE = re.compile(r"(?: {4}|\t)(?=.*\S)")


def markdown_html(text: str) -> str:
    """Give HTML for a text in Markdown; everything in it that is no Markdown is escaped."""
    return _Blocks(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 0).html()


class _Blocks:
    """Reads lines block by block."""

    def __init__(self, lines: list[str], level: int) -> None:
        self.lines = lines
        self.level = level
        self.at = 0

    def html(self) -> str:
        parts = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip():
                self.at += 1
                continue
            parts.append(self._block(line))
        return "".join(parts)

    def _block(self, line: str) -> str:
        if fence := _FENCE.match(line):
            return self._fenced(fence[1])
        if _CODE.match(line):
            return self._indented()
        if heading := _HEADING.match(line):
            self.at += 1
            return f"<p><strong>{inline(heading[1].rstrip().rstrip('#').rstrip())}</strong></p>"
        if _RULE.match(line):
            self.at += 1
            return "<hr>"
        return self._nesting(line) if self.level < _LEVELS else self._paragraph()

    def _nesting(self, line: str) -> str:
        if _QUOTE.match(line):
            return self._quote()
        for marker, name in ((_BULLET, "ul"), (_NUMBER, "ol")):
            if marker.match(line):
                return self._list(marker, name)
        return self._paragraph()

    def _fenced(self, fence: str) -> str:
        self.at += 1
        lines = self._while(lambda line: not line.strip().startswith(fence))
        self.at += 1
        return _code(lines)

    def _indented(self) -> str:
        return _code([line[1 if line[0] == "\t" else 4 :] for line in self._while(_CODE.match)])

    def _quote(self) -> str:
        lines = self._while(lambda line: bool(line.strip()))
        inner = [_QUOTE.sub("", line, count=1) for line in lines]
        return f"<blockquote>{_Blocks(inner, self.level + 1).html()}</blockquote>"

    def _list(self, marker: re.Pattern[str], name: str) -> str:
        items = []
        while self.at < len(self.lines) and (found := marker.match(self.lines[self.at])):
            items.append(self._item(marker, found.end()))
            self._skip_blank_before(marker)
        return f"<{name}>{''.join(f'<li>{item}</li>' for item in items)}</{name}>"

    def _item(self, marker: re.Pattern[str], width: int) -> str:
        first = self.lines[self.at][width:]
        self.at += 1
        more = self._while(lambda line: bool(line.strip()) and not _starts(line))
        if not any(line.startswith((" ", "\t")) for line in more):
            return inline("\n".join([first, *more]))
        inner = [first, *(_dedented(line, width) for line in more)]
        return _Blocks(inner, self.level + 1).html()

    def _skip_blank_before(self, marker: re.Pattern[str]) -> None:
        """Pass over blank lines where the list goes on behind them."""
        at = self.at
        while at < len(self.lines) and not self.lines[at].strip():
            at += 1
        if at < len(self.lines) and marker.match(self.lines[at]):
            self.at = at

    def _paragraph(self) -> str:
        lines = [self.lines[self.at]]
        self.at += 1
        if self.level < _LEVELS:
            lines += self._while(lambda line: bool(line.strip()) and not _interrupts(line))
        else:
            lines += self._while(lambda line: bool(line.strip()))
        return f"<p>{inline(chr(10).join(lines))}</p>"

    def _while(self, holds: Callable[[str], object]) -> list[str]:
        start = self.at
        while self.at < len(self.lines) and holds(self.lines[self.at]):
            self.at += 1
        return self.lines[start : self.at]


def _dedented(line: str, width: int) -> str:
    """Take off a tab, or as many spaces as stand before the words of the item."""
    if line.startswith("\t"):
        return line[1:]
    return line[min(width, len(line) - len(line.lstrip(" "))) :]


def _starts(line: str) -> bool:
    """Say whether a line without an indent begins something of its own."""
    if line.startswith(("  ", "\t")):
        return False
    return _interrupts(line) or _NUMBER.match(line) is not None


def _interrupts(line: str) -> bool:
    """Say whether a line ends a paragraph without a blank line between."""
    return any(one.match(line) for one in (_FENCE, _HEADING, _RULE, _QUOTE, _BULLET))


def _code(lines: list[str]) -> str:
    return f"<pre><code>{escape(chr(10).join(lines), quote=False)}</code></pre>"
