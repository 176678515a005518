"""The page being read: its units, and what has been found out about each of them so far."""

from dataclasses import dataclass, field

from articles.importing.plaintext.furniture import (
    ENDINGS,
    Furniture,
    Role,
    is_reference_heading,
    recognise,
)
from articles.importing.plaintext.prose import is_prose
from articles.importing.plaintext.sources import is_source_line
from articles.importing.plaintext.units import Unit
from articles.importing.records import Dropped, Recognised

UNSURE_DATE = "a date that cannot be read with certainty"


@dataclass
class Page:
    """Units by index, and the record of what became of those that are not text.

    `under[i]` says that unit i, not an item itself, belongs to the item above it by its indent.
    `prose_ahead[i]` counts the paragraphs from unit i to the next ending, `pair_ahead[i]` says
    whether two of them stand together, `next_text[i]` is the next unit that is not furniture.
    """

    units: list[Unit]
    dropped: list[Dropped] = field(default_factory=list)
    recognised: list[Recognised] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    under: list[bool] = field(init=False)
    prose_ahead: list[int] = field(init=False)
    pair_ahead: list[bool] = field(init=False)
    next_text: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Look over the page once, forwards and backwards."""
        self._furniture: dict[int, Furniture | None] = {}
        self._paragraphs: dict[int, bool] = {}
        self.under = _under(self)
        self.prose_ahead, self.pair_ahead = _ahead(self)
        self.next_text = _next_text(self)

    def furniture(self, index: int) -> Furniture | None:
        """Give the furniture a unit is, or None."""
        if index not in self._furniture:
            self._furniture[index] = recognise(self.units[index].text)
        return self._furniture[index]

    def role(self, index: int) -> Role | None:
        """Give the role of a unit that is furniture and stands outside of any list."""
        if not self.is_outer(index):
            return None
        piece = self.furniture(index)
        return piece.role if piece else None

    def is_outer(self, index: int) -> bool:
        """Say whether a unit is neither an item nor part of one."""
        return self.units[index].marker is None and not self.under[index]

    def is_paragraph(self, index: int) -> bool:
        """Say whether a unit can only be a paragraph of the article, or the site's own prose."""
        if index not in self._paragraphs:
            self._paragraphs[index] = self.is_outer(index) and self._reads_as_paragraph(index)
        return self._paragraphs[index]

    def _reads_as_paragraph(self, index: int) -> bool:
        text = self.units[index].text
        if not is_prose(text) or self.furniture(index):
            return False
        return not is_source_line(text) and not is_reference_heading(text)

    def first_lines(self, index: int) -> list[str]:
        """Give the first two lines of an item, where its author's name and a date may stand."""
        lines = [self.units[index].text]
        if index + 1 < len(self.units) and self.units[index + 1].marker is None:
            lines.append(self.units[index + 1].text)
        return lines

    def drop(self, index: int, reason: str) -> None:
        """Record that a unit is left out, once."""
        if index in self.taken:
            return
        self.taken.add(index)
        self.dropped.append(Dropped(self.units[index].number, self.units[index].raw, reason))

    def recognise(self, index: int, meaning: str) -> None:
        """Record that a unit was read as a fact."""
        self.taken.add(index)
        self.recognised.append(Recognised(self.units[index].number, self.units[index].raw, meaning))


def _under(page: Page) -> list[bool]:
    """Find the units that continue an item: indented deeper than the list, or glued to it."""
    under: list[bool] = []
    base: int | None = None
    for index, unit in enumerate(page.units):
        if unit.marker:
            base = unit.indent if base is None else min(base, unit.indent)
            under.append(False)
            continue
        inside = base is not None and _continues_list(page, index, base)
        under.append(inside)
        base = base if inside else None
    return under


def _continues_list(page: Page, index: int, base: int) -> bool:
    unit = page.units[index]
    if unit.indent > base or unit.indent == base > 0:
        return True
    return not unit.opens and page.furniture(index) is None


def _ahead(page: Page) -> tuple[list[int], list[bool]]:
    """Count from each unit to the next ending the paragraphs, and say whether two stand together.

    Excerpts under titles of other articles alternate with them; an article goes on in a row.
    """
    count, pair, next_is_paragraph = 0, False, False
    counts, pairs = [0], [False]
    for index in range(len(page.units) - 1, -1, -1):
        if page.role(index) in ENDINGS:
            count, pair, next_is_paragraph = 0, False, False
        elif page.is_paragraph(index) and page.units[index].opens:
            pair = pair or next_is_paragraph
            count, next_is_paragraph = count + 1, True
        elif page.role(index) is None:
            next_is_paragraph = False
        counts.append(count)
        pairs.append(pair)
    return counts[::-1], pairs[::-1]


def _next_text(page: Page) -> list[int]:
    """Give for each unit the next one, itself included, that is not a line of the site."""
    following = [len(page.units)]
    for index in range(len(page.units) - 1, -1, -1):
        following.append(index if page.role(index) is None else following[-1])
    return following[::-1]
