"""Emphasis, code and links within a line of Markdown."""

import re
from html import escape

_TOKEN = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?<!`)(?P<ticks>`{1,3})(?!`)(?P<code>[^`]++)(?P=ticks)(?!`)
    | !?\[(?P<words>[^\[\]]{0,500}+)\]\(\s{0,9}<?(?P<link>https?://[^\s()<>]{1,2000}+
        (?:\([^\s()<>]{0,200}+\)[^\s()<>]{0,500}+)?+)>?(?:\s{1,9}["'][^"'\n]{0,300}+["'])?\s{0,9}\)
    | <(?P<address>https?://[^\s<>]{1,2000}+)>
    | (?P<bare>https?://[^\s<>"'`\]]{1,2000}+)
    | (?P<mark>\*{1,2}(?!\*)|_{1,2}(?!_)|~~(?!~))
    | (?P<end>[ ]{0,9}\n[ ]{0,9})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMES = {"*": "em", "_": "em", "**": "strong", "__": "strong", "~~": "del"}
_BEHIND = ".,;:!?*_~)"


def inline(text: str) -> str:
    """Give the HTML of some lines; what is no Markdown is escaped."""
    writer = _Writer(text)
    at = 0
    for found in _TOKEN.finditer(text):
        writer.parts.append(escape(text[at : found.start()], quote=False))
        writer.take(found)
        at = found.end()
    writer.parts.append(escape(text[at:], quote=False))
    return "".join(writer.parts)


class _Writer:
    """Collects the HTML; an opened mark stays text until it is closed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[str] = []
        # The marks that may still be closed, with the part in which each stands.
        self.open: list[tuple[str, int]] = []
        self.times: dict[str, int] = {}

    def take(self, found: re.Match[str]) -> None:
        kind = found.lastgroup
        if found["escaped"]:
            self.parts.append(escape(found["escaped"], quote=False))
        elif found["code"]:
            self.parts.append(f"<code>{escape(found['code'], quote=False)}</code>")
        elif found["link"]:
            self._link(found["link"], found["words"])
        elif kind == "address":
            self._link(found["address"], found["address"])
        elif kind == "bare":
            self._bare(found["bare"])
        elif kind == "mark":
            self._mark(found)
        else:
            self.parts.append("<br>")

    def _link(self, address: str, words: str) -> None:
        shown = escape(words.strip() or address, quote=False)
        self.parts.append(f'<a href="{escape(address)}">{shown}</a>')

    def _bare(self, address: str) -> None:
        """A full stop behind an address ends the sentence."""
        kept = address.rstrip(_BEHIND)
        self._link(kept, kept)
        self.parts.append(escape(address[len(kept) :], quote=False))

    def _mark(self, found: re.Match[str]) -> None:
        mark = found["mark"]
        before = self.text[found.start() - 1 : found.start()] if found.start() else " "
        after = self.text[found.end() : found.end() + 1] or " "
        is_low = mark[0] == "_"
        if not before.isspace() and self.times.get(mark) and not (is_low and after.isalnum()):
            self._close(mark)
        elif not after.isspace() and not (is_low and before.isalnum()):
            self.open.append((mark, len(self.parts)))
            self.times[mark] = self.times.get(mark, 0) + 1
            self.parts.append(mark)
        else:
            self.parts.append(mark)

    def _close(self, mark: str) -> None:
        while True:
            opened, part = self.open.pop()
            self.times[opened] -= 1
            if opened == mark:
                break
        self.parts[part] = f"<{_NAMES[mark]}>"
        self.parts.append(f"</{_NAMES[mark]}>")
