"""Comments as an export tells them, in the order in which they are read: parents first.

Exports hold answers to comments that were never exported, and in old ones answers in a circle.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from articles.importing.exports.leaving_out import Reason
from articles.importing.records import ParsedComment

# "emptied" keeps its place only while it has kept replies; "dropped" only leads to its parent.
Fate = Literal["kept", "emptied", "dropped"]


@dataclass(frozen=True, slots=True)
class Told:
    """One comment as it was told, with the parent that the export names, and its fate.

    `reason` says why a dropped one is left out.
    """

    comment: ParsedComment
    fate: Fate = "kept"
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Arranged:
    """Comments in thread order. `childless`: emptied ones that nobody answered; `repeated`: the
    same comment told a second time. Neither is in `comments`."""

    comments: list[ParsedComment]
    childless: int
    repeated: int


def arrange(told: Iterable[Told]) -> Arranged:
    """Put every comment behind its parent, siblings in the order of the document.

    A comment whose parent is missing or dropped answers the nearest kept one above it, else it
    stands at the top. A circle of answers is opened at its first comment.
    """
    nodes, repeated = _with_ids_of_their_own(told)
    numbers = {node.comment.external_id: number for number, node in enumerate(nodes)}
    named = [numbers.get(node.comment.parent_id or "") for node in nodes]
    kept = _kept(nodes, named)
    parents = _open_circles(_nearest(named, kept), kept)
    comments = [_under(nodes, number, parents[number]) for number in _in_order(parents, kept)]
    childless = sum(n.fate == "emptied" and not k for n, k in zip(nodes, kept, strict=True))
    return Arranged(comments, childless, repeated)


def _with_ids_of_their_own(told: Iterable[Told]) -> tuple[list[Told], int]:
    """Leave out comments that are told twice; give others that share an id one of their own."""
    first: dict[str, Told] = {}
    times: dict[str, int] = {}
    repeated = 0
    for node in told:
        wanted = own = node.comment.external_id
        if wanted in first and _same(first[wanted], node):
            repeated += 1
            continue
        while own in first:
            times[wanted] = times.get(wanted, 1) + 1
            own = f"{wanted}-{times[wanted]}"
        first[own] = node
        if own != wanted:
            first[own] = replace(node, comment=replace(node.comment, external_id=own))
    return list(first.values()), repeated


def _same(one: Told, other: Told) -> bool:
    return one.fate == other.fate and replace(one.comment, line=None) == replace(
        other.comment, line=None
    )


def _kept(nodes: list[Told], named: list[int | None]) -> list[bool]:
    """Say which nodes stay: those to keep, and emptied ones with one of them somewhere below."""
    has_kept_below = [False] * len(nodes)
    for number, node in enumerate(nodes):
        above = named[number] if node.fate == "kept" else None
        while above is not None and not has_kept_below[above]:
            has_kept_below[above] = True
            above = named[above]
    return [
        node.fate == "kept" or (node.fate == "emptied" and has_kept_below[number])
        for number, node in enumerate(nodes)
    ]


def _nearest(named: list[int | None], kept: list[bool]) -> list[int | None]:
    """Give for each node the nearest kept one above it."""
    found: dict[int, int | None] = {}
    return [_above(number, named, kept, found) for number in range(len(named))]


def _above(
    number: int, named: list[int | None], kept: list[bool], found: dict[int, int | None]
) -> int | None:
    passed = []
    above = named[number]
    while above is not None and not kept[above]:
        if above in found:
            above = found[above]
            break
        found[above] = None  # so that a circle of dropped ones ends
        passed.append(above)
        above = named[above]
    found.update(dict.fromkeys(passed, above))
    return above


def _open_circles(parents: list[int | None], kept: list[bool]) -> list[int | None]:
    seen_in: dict[int, int] = {}
    for start in range(len(parents)):
        number: int | None = start if kept[start] else None
        walk = []
        while number is not None and number not in seen_in:
            seen_in[number] = start
            walk.append(number)
            number = parents[number]
        if number is not None and seen_in[number] == start:
            parents[min(walk[walk.index(number) :])] = None
    return parents


def _in_order(parents: list[int | None], kept: list[bool]) -> list[int]:
    below: dict[int | None, list[int]] = {}
    for number in range(len(parents) - 1, -1, -1):
        if kept[number]:
            below.setdefault(parents[number], []).append(number)
    waiting = below.get(None, [])
    order = []
    while waiting:
        order.append(number := waiting.pop())
        waiting += below.get(number, [])
    return order


def _under(nodes: list[Told], number: int, above: int | None) -> ParsedComment:
    comment = nodes[number].comment
    parent = None if above is None else nodes[above].comment.external_id
    return comment if comment.parent_id == parent else replace(comment, parent_id=parent)
