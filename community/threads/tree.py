"""The order of a thread, pure: where a comment stands, and how rows become nested HTML.

Every comment has a number within its thread. Its path is the path of its parent followed by
its own number in six digits, so that sorting by path gives the reading order, a branch is one
range of paths, and a page is one range of the index:

    000001          first comment
    000001000003      reply to it
    000001000003000004  reply to the reply
    000002          second comment
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

DIGITS = 6
# Digits alone sort alike in every collation of every database; six of them, because nobody reads
# a million comments. One number stays free, so that every branch has an end.
NUMBER_MAX = 10**DIGITS - 2
# A path must fit an index row of PostgreSQL (2,700 bytes). Whoever answers deeper stands beside
# the comment answered, and "In reply to" says whom it answers.
DEPTH_MAX = 60
PATH_MAX = DIGITS * (DEPTH_MAX + 1)
# Replies of one branch that a page shows; the rest waits behind "Show more replies". Twenty
# keep a page of many branches readable on a phone.
OPEN_REPLIES = 20
# From this depth on a comment says whom it answers: indentation ends there on small screens.
NAMED_PARENT_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment stands in its thread."""

    number: int
    path: str
    depth: int
    root_number: int


@dataclass(frozen=True, slots=True)
class Row:
    """One comment as a page needs it; `html` is finished."""

    path: str
    html: str
    below: int = 0

    @property
    def depth(self) -> int:
        return len(self.path) // DIGITS - 1

    @property
    def root(self) -> str:
        return self.path[:DIGITS]


def step(number: int) -> str:
    """One step of a path.

    >>> step(42)
    '000042'
    """
    return f"{number:0{DIGITS}d}"


def place(number: int, parent_path: str = "") -> Place:
    """The place of comment `number` under a parent (or at the top).

    Under a parent at `DEPTH_MAX` it stands beside the parent instead of below it.
    """
    path = parent_path[: DIGITS * DEPTH_MAX] + step(number)
    return Place(number, path, depth_below(parent_path), int(path[:DIGITS]))


def depth_below(parent_path: str) -> int:
    """How deep a comment under that parent stands (see `place`); 0 at the top."""
    return len(parent_path[: DIGITS * DEPTH_MAX]) // DIGITS


def ancestors(path: str) -> list[str]:
    """Paths of all comments above, the root first.

    >>> ancestors("000001000003000004")
    ['000001', '000001000003']
    """
    return [path[:end] for end in range(DIGITS, len(path), DIGITS)]


def branch_end(path: str) -> str:
    """The first path after a branch: a branch is `path <= p < branch_end(path)`.

    >>> branch_end("000001000003")
    '000001000004'
    """
    return path[:-DIGITS] + step(int(path[-DIGITS:]) + 1)


class HasRoot(Protocol):
    """Anything that knows the path of the first comment of its branch."""

    @property
    def root(self) -> str: ...


Rooted = TypeVar("Rooted", bound=HasRoot)


def whole_branches(rows: Sequence[Rooted], at_least: int) -> tuple[list[Rooted], Rooted | None]:
    """Cut rows after the first whole branch with which there are `at_least` of them.

    Returns the rows of the page and the first row of the next page (None when no branch
    begins after them).
    """
    for index in range(at_least, len(rows)):
        if rows[index].root != rows[index - 1].root:
            return list(rows[:index]), rows[index]
    return list(rows), None


def newest_first(rows: Iterable[Row]) -> list[Row]:
    """Rows read backwards, every branch turned round again: new branches, old replies first."""
    ordered: list[Row] = []
    branch: list[Row] = []
    for row in rows:
        if branch and row.root != branch[-1].root:
            ordered += reversed(branch)
            branch = []
        branch.append(row)
    return ordered + branch[::-1]


def merged(rows: Sequence[Row], own: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """Put the reader's own waiting comments at their places among the rows of a page.

    Returns the page, and those of `own` whose branch is not on it.
    """
    page, elsewhere = list(rows), []
    for row in sorted(own, key=lambda row: row.path):
        index = insertion(page, row)
        if index is None:
            elsewhere.append(row)
        else:
            page[index:index] = [row]
    return page, elsewhere


def insertion(rows: list[Row], row: Row) -> int | None:
    """Where `row` belongs: after what stands before it in its branch. A gap makes room for it."""
    for index, other in enumerate(rows):
        if other.path == row.path:
            del rows[index]
            return index
    before = [i for i, other in enumerate(rows) if other.root == row.root and other.path < row.path]
    return before[-1] + 1 if before else None


def nest(rows: Iterable[Row], more: Mapping[str, str] | None = None) -> str:
    """Nested HTML of rows in reading order: a list item each, replies in a list below.

    `more` maps the path of a root to the list item that ends its replies ("Show more").
    A list of replies folds away by its summary, without JavaScript.
    """
    parts: list[str] = []
    opened: list[Opened] = []
    for row in rows:
        while opened and not row.path.startswith(opened[-1].row.path):
            parts.append(closing(opened.pop(), more or {}))
        if opened and not opened[-1].has_list:
            opened[-1].has_list = True
            parts.append(replies_opening(opened[-1].row.below))
        parts.append("<li>" + row.html)
        opened.append(Opened(row))
    while opened:
        parts.append(closing(opened.pop(), more or {}))
    return "".join(parts)


@dataclass(slots=True)
class Opened:
    """A list item that is still open while `nest` walks on."""

    row: Row
    has_list: bool = False


def replies_opening(below: int) -> str:
    """The fold and the list that begin the replies to a comment."""
    return (
        f'<details class="replies" open><summary>{counted(below, "reply", "replies")}</summary><ol>'
    )


def closing(opened: Opened, more: Mapping[str, str]) -> str:
    """The end of a list item and of the list of replies inside it."""
    last = more.get(opened.row.path, "")
    if not opened.has_list:
        return f"{replies_opening(opened.row.below)}{last}</ol></details></li>" if last else "</li>"
    return f"{last}</ol></details></li>"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun.

    >>> counted(1, "reply", "replies"), counted(1200, "reply", "replies")
    ('1 reply', '1,200 replies')
    """
    return f"{number:,} {one if number == 1 else many}"
