"""What changed in a text, word by word. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# Comparing can take more than the square of the number of words: somebody who wants it to can
# make 1,000 of them take half a second, and 10,000 a minute. More are compared by sentences.
COMPARED_MAX = 1_000

WORDS = re.compile(r"\s+|\S+\s*")
SENTENCES = re.compile(r"[^.!?\n]+[.!?\s]*|[.!?\s]+")

Kind = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that stayed, came or went."""

    text: str
    kind: Kind = "same"


def changes(old: str, new: str) -> list[Change]:
    """What became of `old`. Without what was removed it reads `new`, without what came `old`.

    >>> [(change.kind, change.text) for change in changes("It hurts.", "It really hurts.")]
    [('same', 'It '), ('added', 'really '), ('same', 'hurts.')]
    """
    before, after = tokens(old, new)
    head, tail = same_ends(before, after)
    middle = compared(before[head : len(before) - tail], after[head : len(after) - tail])
    ends = before[:head], before[len(before) - tail :]
    return joined([Change("".join(ends[0])), *middle, Change("".join(ends[1]))])


def tokens(old: str, new: str) -> tuple[list[str], list[str]]:
    """Both texts in words, or in sentences, or each as one piece: as fine as time allows."""
    for unit in (WORDS, SENTENCES):
        before, after = unit.findall(old), unit.findall(new)
        if max(len(before), len(after)) - sum(same_ends(before, after)) <= COMPARED_MAX:
            return before, after
    return [old], [new]


def same_ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many tokens are the same at the beginning, and how many of the others at the end."""
    most = min(len(before), len(after))
    head = next((n for n in range(most) if before[n] != after[n]), most)
    rest = most - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    return head, tail


def compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """What went stands before what came in its place; the blank after both stayed."""
    for kind, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        gone, come = "".join(before[i:j]), "".join(after[k:m])
        if kind == "equal":
            yield Change(gone)
            continue
        blank = gone[len(gone.rstrip()) :]
        if kind == "replace" and blank and blank == come[len(come.rstrip()) :]:
            gone, come = gone.rstrip(), come.rstrip()
        else:
            blank = ""
        yield from (Change(gone, "removed"), Change(come, "added"), Change(blank))


def joined(parts: Sequence[Change]) -> list[Change]:
    """Leave out empty runs, and make one of two of a kind that follow each other."""
    result: list[Change] = []
    for part in parts:
        if part.text and result and result[-1].kind == part.kind:
            result[-1] = Change(result[-1].text + part.text, part.kind)
        elif part.text:
            result.append(part)
    return result
