"""Writes HTML that is always well nested, whatever it is told to open and to close."""

from dataclasses import dataclass

from common.html.elements import (
    INLINE,
    LEAVES,
    LEVELS,
    MISSING_CHILD,
    MISSING_PARENT,
    PARENTS,
    index_of_parent,
    index_to_close,
)
from common.html.entities import escape
from common.html.inlines import Inlines

# Quotes in quotes and lists in lists: beyond this depth nothing fits a screen, and every
# parser of HTML slows down with depth.
MAX_LEVELS = 16

_SPACES = " \t\n"


@dataclass(slots=True)
class _Block:
    name: str
    start: str
    # A paragraph is written with its first words, so that none is left empty.
    written: bool = False
    # A list that nobody opened ends where its items do.
    implied: bool = False


class Writer:
    """Takes words and tags in any order; `result()` is HTML that every parser reads alike.

    Empty paragraphs, headings and styles are left out, missing list items and cells put in,
    styles that cross a block are closed and begun again.
    """

    def __init__(self, *, styles_last: bool = False) -> None:
        """With `styles_last`, an inline element goes on until it is closed by name; without,
        it ends at the latest with the block it was opened in."""
        self._styles_last = styles_last
        self._out: list[str] = []
        self._blocks: list[_Block] = []
        self._inlines = Inlines(self._out)
        # The last thing written were words, and the next words must be kept apart from them.
        self._after_words = False
        self._gap = False

    @property
    def words_go_to(self) -> str | None:
        """Name of the block that words would stand in now, None for the page itself."""
        return next((b.name for b in reversed(self._blocks) if not b.implied), None)

    def result(self) -> str:
        """Everything written, with all that is open closed."""
        self._close_down_to(0)
        self._inlines.suspend()
        return "".join(self._out)

    def text(self, text: str) -> None:
        """Characters, not HTML. Spaces where no words can stand are left out."""
        in_pre = self._innermost == "pre"
        if in_pre and not self._blocks[-1].written:
            text = text.lstrip("\n")
        if text if in_pre else text.strip(_SPACES):
            self._prepare_words(text)
            self._out.append(escape(text))
            self._after_words = True
        elif self._may_hold_spaces():
            self._out.append(text)

    def gap(self) -> None:
        """Keeps two words apart where a block was that is not written."""
        self._gap = self._after_words

    def open(self, name: str, start: str) -> bool:
        """An element with its start tag; False, and nothing written, where it cannot stand."""
        if name in INLINE:
            depth = 0 if self._styles_last else len(self._blocks)
            return self._inlines.open(name, start, depth)
        if name == "br":
            self._prepare_words(" ")
            self._write_tag("<br>")
            return True
        return self._rule() if name == "hr" else self._open_block(name, start)

    def close(self, name: str) -> bool:
        """The end of an element; False if none of that name can be ended here."""
        if name in INLINE:
            return self._inlines.close(name)
        index = index_to_close(name, self._names())
        if index is not None:
            self._close_down_to(index)
        return index is not None

    # Blocks

    @property
    def _innermost(self) -> str | None:
        return self._blocks[-1].name if self._blocks else None

    def _names(self) -> list[str]:
        return [block.name for block in self._blocks]

    def _rule(self) -> bool:
        self._leave_leaf()
        self._make_room()
        self._inlines.suspend()
        self._write_tag("<hr>")
        return True

    def _open_block(self, name: str, start: str, *, implied: bool = False) -> bool:
        if not self._may_open(name):
            return False
        if name not in PARENTS:
            self._leave_leaf()
            self._make_room()
        elif not self._reach_parent(name):
            return False
        self._push(name, start, implied=implied)
        return True

    def _may_open(self, name: str) -> bool:
        if name == "p":
            return self._innermost == "p" or self._innermost not in LEAVES
        if name == "caption":
            return self._out[-1:] == ["<table>"]
        return name not in LEVELS or sum(b.name in LEVELS for b in self._blocks) < MAX_LEVELS

    def _reach_parent(self, name: str) -> bool:
        index = index_of_parent(name, self._names())
        if index is None:
            missing = MISSING_PARENT.get(name)
            return bool(missing and self._open_block(missing, f"<{missing}>", implied=True))
        self._close_down_to(index + 1)
        while self._blocks[-1].name not in PARENTS[name]:
            self._push_missing_child()
        return True

    def _make_room(self) -> None:
        """Opens what is missing between a list or table and the words in it."""
        while self._innermost in MISSING_CHILD:
            if self._blocks[-1].implied:
                self._close_innermost()
            else:
                self._push_missing_child()

    def _push_missing_child(self) -> None:
        child = MISSING_CHILD[self._blocks[-1].name]
        self._push(child, f"<{child}>")

    def _leave_leaf(self) -> None:
        if self._innermost in LEAVES:
            self._close_innermost()

    def _push(self, name: str, start: str, *, implied: bool = False) -> None:
        self._inlines.suspend()
        self._blocks.append(_Block(name, start, implied=implied))
        if name not in LEAVES:
            self._write_block()

    def _close_down_to(self, count: int) -> None:
        while len(self._blocks) > count:
            self._close_innermost()

    def _close_innermost(self) -> None:
        block = self._blocks.pop()
        if block.written:
            self._inlines.leave_block(len(self._blocks))
            self._write_tag(f"</{block.name}>")
        else:
            self._inlines.forget_block(len(self._blocks))

    # Writing

    def _prepare_words(self, words: str) -> None:
        self._make_room()
        if self._gap and not words[0].isspace() and not self._out[-1][-1].isspace():
            self._out.append("\n")
        self._gap = False
        if self._blocks and not self._blocks[-1].written:
            self._write_block()
        self._inlines.write_starts()

    def _write_block(self) -> None:
        self._write_tag(self._blocks[-1].start)
        self._blocks[-1].written = True

    def _write_tag(self, tag: str) -> None:
        self._out.append(tag)
        self._after_words = self._gap = False

    def _may_hold_spaces(self) -> bool:
        if not self._blocks:
            return True
        return self._blocks[-1].written and self._blocks[-1].name not in MISSING_CHILD
