"""The styles and links that are open while HTML is written, and written again across blocks."""

from dataclasses import dataclass

# Bold in italic in a link in code: nobody needs more at one place.
MAX_INLINE_DEPTH = 8

# A style that lasts over several blocks is written again in each. In characters of tags for
# the whole text, or a few letters of hostile input could become megabytes.
MAX_REPEATED = 2_000


@dataclass(slots=True)
class _Inline:
    name: str
    start: str
    # How many blocks were open around it: it ends with the last of them.
    depth: int
    # Its start tag is written late, so that none is left empty.
    written: bool = False


class Inlines:
    """The open inline elements, outermost first; writes their tags into `out`."""

    def __init__(self, out: list[str]) -> None:
        self._out = out
        self._open: list[_Inline] = []
        self._left_to_repeat = MAX_REPEATED

    def open(self, name: str, start: str, depth: int) -> bool:
        """Opens one inside of `depth` blocks; False if there are too many."""
        if name == "a":
            self.close("a")
        if len(self._open) >= MAX_INLINE_DEPTH:
            return False
        self._open.append(_Inline(name, start, depth))
        return True

    def close(self, name: str) -> bool:
        """Closes the last of that name, False if there is none; those inside of it go on."""
        for index in reversed(range(len(self._open))):
            if self._open[index].name == name:
                self._write_ends(self._open[index:])
                self._open[index:] = self._to_repeat(self._open[index + 1 :])
                return True
        return False

    def suspend(self) -> None:
        """Writes the end tags before a block begins; all go on inside of it."""
        self._write_ends(self._open)
        self._open = self._to_repeat(self._open)

    def leave_block(self, depth: int) -> None:
        """Writes the end tags before a block ends; those from outside of it go on."""
        self._write_ends(self._open)
        self._open = self._to_repeat([inline for inline in self._open if inline.depth <= depth])

    def forget_block(self, depth: int) -> None:
        """The block around was never written: they belong to the one outside of it."""
        for inline in self._open:
            inline.depth = min(inline.depth, depth)

    def write_starts(self) -> None:
        """Writes the start tags that are still due, before words."""
        for inline in self._open:
            if not inline.written:
                self._out.append(inline.start)
                inline.written = True

    def _write_ends(self, inlines: list[_Inline]) -> None:
        self._out.extend(f"</{inline.name}>" for inline in reversed(inlines) if inline.written)

    def _to_repeat(self, inlines: list[_Inline]) -> list[_Inline]:
        """Those that go on after their end tag was written, as long as there is room."""
        kept = []
        for inline in inlines:
            cost = len(inline.start) if inline.written else 0
            if cost <= self._left_to_repeat:
                self._left_to_repeat -= cost
                inline.written = False
                kept.append(inline)
        return kept
