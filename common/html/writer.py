"""Writes HTML that is always well nested, whatever it is told to open and to close."""

from dataclasses import dataclass

from common.html.elements import (
    ENDED_BY,
    INLINE,
    LEAVES,
    LEVELS,
    MISSING_CHILD,
    MISSING_PARENT,
    NEARLY_PARENTS,
    PARENTS,
    TABLE_PARTS,
    WALLS,
)
from common.html.entities import escape

# Quotes in quotes and lists in lists: beyond this depth nothing fits a screen, and every
# parser of HTML slows down with depth.
MAX_LEVELS = 16

# Bold in italic in a link in code: nobody needs more at one place.
MAX_INLINE_DEPTH = 8

# A style that lasts over several blocks is written again in each. In characters of tags for
# the whole text, or a few letters of hostile input could become megabytes.
MAX_REPEATED = 2_000

_SPACES = " \t\n"


@dataclass(slots=True)
class _Open:
    """An element that is open, and perhaps not yet written because it is still empty."""

    name: str
    start: str
    written: bool = False
    # How many blocks were open around an inline element: it ends with the last of them.
    level: int = 0
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
        self._blocks: list[_Open] = []
        self._inlines: list[_Open] = []
        self._left_to_repeat = MAX_REPEATED

    @property
    def words_go_to(self) -> str | None:
        """Name of the block that words would stand in now, None for the page itself."""
        return next((b.name for b in reversed(self._blocks) if not b.implied), None)

    def result(self) -> str:
        """Everything written, with all that is open closed."""
        self._close_down_to(0)
        self._write_ends(self._inlines)
        return "".join(self._out)

    def text(self, text: str) -> None:
        """Characters, not HTML. Spaces where no words can stand are left out."""
        in_pre = self._innermost == "pre"
        if in_pre and not self._blocks[-1].written:
            text = text.lstrip("\n")
        if text if in_pre else text.strip(_SPACES):
            self._make_room()
            self._write_starts()
            self._out.append(escape(text))
        elif self._may_hold_spaces():
            self._out.append(text)

    def gap(self) -> None:
        """Keeps two words apart where a block was that is not written."""
        if self._out and not self._out[-1][-1].isspace():
            self.text("\n")

    def open(self, name: str, start: str) -> bool:
        """An element with its start tag; False, and nothing written, where it cannot stand."""
        if name in INLINE:
            return self._open_inline(name, start)
        if name == "br":
            self._make_room()
            self._write_starts()
            self._out.append("<br>")
            return True
        return self._rule() if name == "hr" else self._open_block(name, start)

    def close(self, name: str) -> bool:
        """The end of an element; False if none of that name can be ended here."""
        if name in INLINE:
            return self._close_inline(name)
        index = self._index_to_close(name)
        if index is None:
            return False
        self._close_down_to(index)
        return True

    # Inline elements

    def _open_inline(self, name: str, start: str) -> bool:
        if name == "a":
            self._close_inline("a")
        if len(self._inlines) >= MAX_INLINE_DEPTH:
            return False
        level = 0 if self._styles_last else len(self._blocks)
        self._inlines.append(_Open(name, start, level=level))
        return True

    def _close_inline(self, name: str) -> bool:
        for index in reversed(range(len(self._inlines))):
            if self._inlines[index].name == name:
                self._write_ends(self._inlines[index:])
                self._inlines[index:] = self._to_repeat(self._inlines[index + 1 :])
                return True
        return False

    def _write_ends(self, inlines: list[_Open]) -> None:
        self._out.extend(f"</{inline.name}>" for inline in reversed(inlines) if inline.written)

    def _to_repeat(self, inlines: list[_Open]) -> list[_Open]:
        """Those that go on after their end tag was written, as long as there is room."""
        kept = []
        for inline in inlines:
            cost = len(inline.start) if inline.written else 0
            if cost <= self._left_to_repeat:
                self._left_to_repeat -= cost
                inline.written = False
                kept.append(inline)
        return kept

    def _suspend_inlines(self) -> None:
        self._write_ends(self._inlines)
        self._inlines = self._to_repeat(self._inlines)

    # Blocks

    @property
    def _innermost(self) -> str | None:
        return self._blocks[-1].name if self._blocks else None

    def _rule(self) -> bool:
        self._leave_leaf()
        self._make_room()
        self._suspend_inlines()
        self._out.append("<hr>")
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
        index = self._index_of_parent(name)
        if index is None:
            missing = MISSING_PARENT.get(name)
            return bool(missing and self._open_block(missing, f"<{missing}>", implied=True))
        self._close_down_to(index + 1)
        while self._blocks[-1].name not in PARENTS[name]:
            self._push_missing_child()
        return True

    def _index_of_parent(self, name: str) -> int | None:
        for index in reversed(range(len(self._blocks))):
            other = self._blocks[index].name
            if other in NEARLY_PARENTS[name]:
                return index
            if name not in TABLE_PARTS and other not in ENDED_BY[name] | LEAVES:
                return None
        return None

    def _index_to_close(self, name: str) -> int | None:
        walls = {"table"} if name in TABLE_PARTS else WALLS - {name}
        if name in ENDED_BY:
            walls = walls | PARENTS[name]
        for index in reversed(range(len(self._blocks))):
            other = self._blocks[index].name
            if other == name:
                return index
            if other in walls and name != "table":
                return None
        return None

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
        self._suspend_inlines()
        self._blocks.append(_Open(name, start, implied=implied))
        if name not in LEAVES:
            self._write_block()

    def _close_down_to(self, count: int) -> None:
        while len(self._blocks) > count:
            self._close_innermost()

    def _close_innermost(self) -> None:
        block, depth = self._blocks.pop(), len(self._blocks)
        if not block.written:
            for inline in self._inlines:
                inline.level = min(inline.level, depth)
            return
        self._write_ends(self._inlines)
        self._inlines = self._to_repeat([i for i in self._inlines if i.level <= depth])
        self._out.append(f"</{block.name}>")

    # Writing late

    def _write_starts(self) -> None:
        if self._blocks and not self._blocks[-1].written:
            self._write_block()
        for inline in self._inlines:
            if not inline.written:
                self._out.append(inline.start)
                inline.written = True

    def _write_block(self) -> None:
        self._out.append(self._blocks[-1].start)
        self._blocks[-1].written = True

    def _may_hold_spaces(self) -> bool:
        if not self._blocks:
            return True
        return self._blocks[-1].written and self._blocks[-1].name not in MISSING_CHILD
