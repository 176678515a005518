"""Which element may stand in which (a small part of the HTML standard's content model)."""

from collections.abc import Sequence

INLINE = frozenset("strong b em i a code sub sup abbr cite q".split())

# Blocks that hold words and inline elements, no other block.
LEAVES = frozenset("p h2 h3 h4 pre dt caption".split())

# Blocks that open a new level of depth.
LEVELS = frozenset("blockquote ul ol dl table".split())

# Where words stand in one of these, this element is missing between.
MISSING_CHILD = {
    "ul": "li",
    "ol": "li",
    "dl": "dd",
    "table": "tbody",
    "thead": "tr",
    "tbody": "tr",
    "tr": "td",
}

# The elements that may directly hold this one.
PARENTS = {
    "li": frozenset({"ul", "ol"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
    "caption": frozenset({"table"}),
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "tr": frozenset({"thead", "tbody"}),
    "th": frozenset({"tr"}),
    "td": frozenset({"tr"}),
}

# From here the way down to a parent can be made, see MISSING_CHILD.
NEARLY_PARENTS = {
    **PARENTS,
    "tr": frozenset({"thead", "tbody", "table"}),
    "th": frozenset({"tr", "thead", "tbody", "table"}),
    "td": frozenset({"tr", "thead", "tbody", "table"}),
}

# Where none of the parents is open, this one is opened.
MISSING_PARENT = {"li": "ul", "dt": "dl", "dd": "dl"}

_TABLE_PARTS = frozenset("caption thead tbody tr th td".split())

# A new item of a list ends the one before it, but reaches through nothing else.
_ENDED_BY = {"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}}

# An end tag does not reach out of one of these.
_WALLS = frozenset("table caption th td".split())


def index_of_parent(name: str, open_blocks: Sequence[str]) -> int | None:
    """Which of the open blocks, outermost first, an element belongs into, if any does."""
    for index in reversed(range(len(open_blocks))):
        other = open_blocks[index]
        if other in NEARLY_PARENTS[name]:
            return index
        if name not in _TABLE_PARTS and other not in _ENDED_BY[name] | LEAVES:
            return None
    return None


def index_to_close(name: str, open_blocks: Sequence[str]) -> int | None:
    """Which of the open blocks, outermost first, an end tag closes, if any."""
    walls = _walls_of(name)
    for index in reversed(range(len(open_blocks))):
        if open_blocks[index] == name:
            return index
        if open_blocks[index] in walls:
            return None
    return None


def _walls_of(name: str) -> frozenset[str]:
    if name == "table":
        return frozenset()
    if name in _TABLE_PARTS:
        return frozenset({"table"})
    return _WALLS | PARENTS.get(name, frozenset())
