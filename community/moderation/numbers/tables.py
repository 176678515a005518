"""Tables of numbers, and the shapes of their charts. Pure.

Bars stand in the lines of their table, and both are drawn in percent, so that words keep the size that
the reader chose on every screen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

COLUMN_HEIGHT = 100  # percent of the highest column
GAP = 0.2  # share of a column's place that is left free


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. `share` is its part of the largest, `whole` of all, from 0 to 1."""

    label: str
    count: int
    share: float = 0.0
    whole: float = 0.0

    @property
    def percent(self) -> str:
        """The length of its bar; something that was counted is always seen."""
        return f"{max(self.share * 100, 0.5 if self.count else 0):.2f}%"

    @property
    def part(self) -> str:
        """Its part of all, in words."""
        return f"{self.whole:.0%}"


@dataclass(frozen=True, slots=True)
class Table:
    """A titled list of counts. `key` names it in addresses and in the CSV; `note` explains it."""

    key: str
    title: str
    rows: tuple[Row, ...]
    note: str = ""

    @property
    def total(self) -> int:
        return sum(row.count for row in self.rows)

    @property
    def is_empty(self) -> bool:
        return self.total == 0

    @property
    def columns(self) -> list["Column"]:
        """One column a row."""
        return [Column(row, place, len(self.rows)) for place, row in enumerate(self.rows)]


@dataclass(frozen=True, slots=True)
class Column:
    """A row as a column: its place among `count` of them."""

    row: Row
    place: int
    count: int

    @property
    def left(self) -> str:
        return f"{100 * (self.place + GAP / 2) / self.count:.3f}%"

    @property
    def width(self) -> str:
        return f"{100 * (1 - GAP) / self.count:.3f}%"

    @property
    def percent(self) -> float:
        """Something that was counted is always seen."""
        return max(self.row.share * COLUMN_HEIGHT, 2 if self.row.count else 0)

    @property
    def height(self) -> str:
        return f"{self.percent:.2f}%"

    @property
    def top(self) -> str:
        return f"{COLUMN_HEIGHT - self.percent:.2f}%"


def table(key: str, title: str, counts: Iterable[tuple[str, int]], note: str = "") -> Table:
    """A table of labels with their counts, in the order given."""
    counted = list(counts)
    most = max((count for _, count in counted), default=0)
    total = sum(count for _, count in counted)
    rows = (Row(label, n, n / (most or 1), n / (total or 1)) for label, n in counted)
    return Table(key, title, tuple(rows), note)


def largest_first(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Without what was never counted, the largest first, equal ones by their label."""
    return sorted(((label, n) for label, n in counts if n), key=lambda item: (-item[1], item[0]))


def in_steps(values: Sequence[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    """A long row of counts joined into at most `most`: each takes the label of its first.

    >>> in_steps([("1", 2), ("2", 3), ("3", 4)], 2)
    [('1', 5), ('3', 4)]
    """
    size = -(-len(values) // most) if values else 1
    parts = [values[start : start + size] for start in range(0, len(values), size)]
    return [(part[0][0], sum(count for _, count in part)) for part in parts]
