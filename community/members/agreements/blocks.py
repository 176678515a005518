"""The plain text of an agreement as headings, lists and paragraphs. Pure.

`## ` begins a heading, `- ` an item of a list, a blank line parts paragraphs, and
`[words](/path/)` is a link to a page of this site. Everything else is text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

HEADING, ITEM = "## ", "- "
LINK = re.compile(r"\[([^\[\]\n]+)\]\((/(?!/)[a-z0-9/-]*)\)")

Kind = Literal["heading", "list", "paragraph"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line; with a path they are a link."""

    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph of one line, or a list with a line for each item."""

    kind: Kind
    lines: tuple[tuple[Piece, ...], ...]


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order.

    >>> [block.kind for block in blocks("## Be kind\\nWe are all tired.\\n\\n- One\\n- Two")]
    ['heading', 'paragraph', 'list']
    """
    return [block for part in re.split(r"\n\s*\n", text.strip()) for block in blocks_of(part)]


def blocks_of(part: str) -> Iterator[Block]:
    """What stands between two blank lines: lines of one kind that follow each other are a block."""
    run: list[str] = []
    for line in [*part.split("\n"), ""]:
        if run and (not line or kind_of(line) != kind_of(run[0]) or kind_of(line) == "heading"):
            yield block(run)
            run = []
        run.append(line)


def kind_of(line: str) -> Kind:
    """What a line is by its beginning."""
    if line.startswith(HEADING):
        return "heading"
    return "list" if line.startswith(ITEM) else "paragraph"


def block(lines: list[str]) -> Block:
    """A block of lines of one kind, without their signs."""
    kind = kind_of(lines[0])
    if kind == "list":
        return Block(kind, tuple(pieces(line.removeprefix(ITEM)) for line in lines))
    return Block(kind, (pieces(" ".join(line.removeprefix(HEADING) for line in lines)),))


def pieces(line: str) -> tuple[Piece, ...]:
    """A line with its links set apart."""
    found: list[Piece] = []
    end = 0
    for link in LINK.finditer(line):
        found += [Piece(line[end : link.start()]), Piece(link[1], link[2])]
        end = link.end()
    return tuple(piece for piece in (*found, Piece(line[end:])) if piece.text)
