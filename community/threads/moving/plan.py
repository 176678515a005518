"""Where the comments of a branch stand after it was moved to the top of a thread. Pure.

They come out as if they had been posted there one after the other in the order in which they were
written: with the places, the counts and the folding that they would have.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from community.threads.tree import OPEN_REPLIES, Place, ancestors, place


@dataclass(frozen=True, slots=True)
class BranchRow:
    """A comment as the plan needs it: `parent` is the key of what it answers, or None."""

    pk: int
    number: int
    parent: int | None
    is_visible: bool


@dataclass(slots=True)
class Planned:
    """A comment at its new place."""

    pk: int
    place: Place
    is_visible: bool
    visible_below: int = 0
    is_folded: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether readers find it: visible ones, and gaps with visible replies."""
        return self.is_visible or self.visible_below > 0


def branch_of(rows: Iterable[BranchRow], root: int) -> list[BranchRow]:
    """The comment with the key `root` and all that answer it, directly or not, by number.

    Replies to the deepest comments stand beside them, so their paths do not tell.
    """
    keys, branch = {root}, []
    for row in sorted(rows, key=lambda row: row.number):
        if row.pk == root or row.parent in keys:
            keys.add(row.pk)
            branch.append(row)
    return branch


def plan(branch: list[BranchRow], first: int) -> list[Planned]:
    """Places for a branch at the top of a thread; `first` is the first of its new numbers."""
    paths: dict[int, str] = {}
    planned = []
    for number, row in enumerate(branch, first):
        above = paths.get(row.parent, "") if row.parent else ""
        spot = place(number, above)
        paths[row.pk] = spot.path
        planned.append(Planned(row.pk, spot, row.is_visible))
    fold(planned)
    count(planned)
    return planned


def fold(planned: list[Planned]) -> None:
    """Fold away what came when the branch was full, and what answers it."""
    folded: dict[str, bool] = {}
    visible = 0
    for each in planned:
        above = ancestors(each.place.path)
        each.is_folded = bool(above) and (folded[above[-1]] or visible >= OPEN_REPLIES)
        folded[each.place.path] = each.is_folded
        visible += each.is_visible and bool(above)


def count(planned: list[Planned]) -> None:
    """Count the visible replies below each. What stands below has a higher number."""
    at = {each.place.path: each for each in planned}
    for each in reversed(planned):
        if above := ancestors(each.place.path):
            at[above[-1]].visible_below += each.visible_below + each.is_visible
