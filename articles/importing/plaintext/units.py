"""Units: the logical lines of a text, put together again where a program had wrapped them.

Two lines belong together when the first was full, that is when the first word of the second
would not have fitted on it. How wide "full" is shows in the whole text, or in a block of three
lines and more. Lines that were short on purpose stay apart.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from articles.importing.plaintext.lines import Line
from articles.importing.plaintext.markers import Marker, is_ornament, take_heading, take_marker

# Mail wraps at 72, editors at 80 to 132; below 50 nobody wraps prose, poems are that narrow.
NARROWEST_WRAP, WIDEST_WRAP = 50, 132
# So many pairs of lines must speak for wrapping, and so large a part of them all: two of two,
# three of three, three of four.
ENOUGH_PAIRS, MOST_PAIRS = 2, 0.7
# A line of this length that was not wrapped is a paragraph, whatever stands next to it.
SHORTEST_PARAGRAPH = 100
# No list begins with a higher number; "2012." at the head of a paragraph is a year.
HIGHEST_FIRST = 999
# Two lines alone show no width: the first must be this long to have been wrapped.
LONE_WRAP = 55

_SENTENCE_END = re.compile(r"[.!?:;…。！？।؟][\"”’')\]»]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One logical line.

    `text` is without its marker and joined with single spaces where it was wrapped; `raw` are the
    lines as they stand in the document. `opens` says whether it begins a paragraph: a blank line
    comes before it, or it stands in a block of lines too long to be anything but paragraphs.
    """

    number: int
    indent: int
    text: str
    raw: str
    opens: bool = True
    marker: Marker | None = None
    hashed: bool = False

    @property
    def full_text(self) -> str:
        """The text with its marker, as somebody wrote it."""
        return f"{self.marker.label} {self.text}".rstrip() if self.marker else self.text


def split_units(lines: Iterable[Line]) -> list[Unit]:
    """Put lines together into units, in order."""
    blocks = list(_blocks(lines))
    width = wrap_width(blocks)
    numbers = _Numbers()
    units = [_block_units(block, width, numbers) for block in blocks]
    return [unit for block in units for unit in (block if width else _opened(block))]


def wrap_width(blocks: list[list[Line]]) -> int | None:
    """Give the column at which a text was wrapped, or None when it was not."""
    pairs = [pair for block in blocks for pair in _pairs(block)]
    if len(pairs) < ENOUGH_PAIRS:
        return None
    width = max(_width(first) for first, _ in pairs)
    full = sum(_is_full(first, second, width) for first, second in pairs)
    if full < MOST_PAIRS * len(pairs) or not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    return width


def _block_units(block: list[Line], width: int | None, numbers: "_Numbers") -> list[Unit]:
    return [
        _unit(group, opens=group[0] is block[0], is_item=is_item and group[0] is segment[0])
        for segment, is_item in _segments(block, numbers)
        for group in _joined(segment, width)
    ]


def _opened(units: list[Unit]) -> list[Unit]:
    """Let each line of a block open a paragraph when the block holds a line as long as one.

    Some programs save a page with one line a paragraph and no blank lines at all.
    """
    if units[0].marker or not any(_is_whole_paragraph(unit) for unit in units):
        return units
    return [replace(unit, opens=True) if unit.marker or not unit.indent else unit for unit in units]


def _is_whole_paragraph(unit: Unit) -> bool:
    unwrapped = "\n" not in unit.raw and unit.marker is None and not unit.indent
    return unwrapped and len(unit.text) > SHORTEST_PARAGRAPH


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.text:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _pairs(block: list[Line]) -> Iterator[tuple[Line, Line]]:
    for first, second in itertools.pairwise(block):
        if not _stands_alone(first) and not _begins(second):
            yield first, second


def _width(line: Line) -> int:
    return line.indent + len(line.text)


def _is_full(first: Line, second: Line, width: int) -> bool:
    word = second.text[: WIDEST_WRAP + 1].split(maxsplit=1)[0]
    return _width(first) + 1 + len(word) > width


def _stands_alone(line: Line) -> bool:
    return is_ornament(line.text) or take_heading(line.text)[0]


def _begins(line: Line) -> bool:
    return _stands_alone(line) or take_marker(line.text)[0] is not None


class _Numbers:
    """Tells a numbered item from wrapped text that happens to begin with a number.

    A number in the middle of a block is an item only as 1 or as the one after the last number
    at the same indent ("... in the year" / "2012. The next ..." is text).
    """

    def __init__(self) -> None:
        self._last: dict[int, int] = {}

    def begins_item(self, line: Line, *, opens: bool) -> bool:
        marker, _ = take_marker(line.text)
        if marker is None:
            return False
        if not marker.is_number:
            return True
        # " 9." and "10." are set one column apart.
        before = max(self._last.get(line.indent + aside, 0) for aside in (-1, 0, 1))
        expected = marker.value == before + 1
        if not expected and (marker.value > HIGHEST_FIRST or not (opens or marker.value == 1)):
            return False
        self._last[line.indent] = marker.value
        return True


def _segments(block: list[Line], numbers: _Numbers) -> Iterator[tuple[list[Line], bool]]:
    """Part a block before each item and around each line that stands alone; mark the items."""
    segment: list[Line] = []
    is_item = False
    for line in block:
        begins, alone = numbers.begins_item(line, opens=line is block[0]), _stands_alone(line)
        if segment and (begins or alone or _stands_alone(segment[-1])):
            yield segment, is_item
            segment = []
        if not segment:
            is_item = begins
        segment.append(line)
    if segment:
        yield segment, is_item


def _joined(segment: list[Line], width: int | None) -> Iterator[list[Line]]:
    width = width or _own_width(segment)
    group = segment[:1]
    for line in segment[1:]:
        if _continues(group[-1], line, width):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _own_width(segment: list[Line]) -> int | None:
    """Give the width of a block of three lines and more that are all full but the last."""
    if len(segment) < 3:
        return None
    width = max(_width(line) for line in segment)
    pairs = itertools.pairwise(segment)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    return width if all(_is_full(first, second, width) for first, second in pairs) else None


def _continues(first: Line, second: Line, width: int | None) -> bool:
    if width is not None and _is_full(first, second, width):
        return True
    long_enough = LONE_WRAP <= _width(first) <= WIDEST_WRAP
    return long_enough and second.text[0].islower() and not _SENTENCE_END.search(first.text[-9:])


def _unit(group: list[Line], *, opens: bool, is_item: bool) -> Unit:
    first = group[0]
    marker, (hashed, text) = None, take_heading(first.text)
    if is_item:
        marker, text = take_marker(first.text)
    return Unit(
        number=first.number,
        indent=first.indent,
        text=" ".join([text, *(line.text for line in group[1:])]).strip(),
        raw="\n".join(line.text for line in group),
        opens=opens,
        marker=marker,
        hashed=hashed,
    )
