"""Which element may stand in which (a small part of the HTML standard's content model)."""

INLINE = frozenset(("strong", "b", "em", "i", "a", "code", "sub", "sup", "abbr", "cite", "q"))

# Blocks that hold words and inline elements, no other block.
LEAVES = frozenset(("p", "h2", "h3", "h4", "pre", "dt", "caption"))

# Blocks that open a new level of depth.
LEVELS = frozenset(("blockquote", "ul", "ol", "dl", "table"))

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
    "li": {"ul", "ol"},
    "dt": {"dl"},
    "dd": {"dl"},
    "caption": {"table"},
    "thead": {"table"},
    "tbody": {"table"},
    "tr": {"thead", "tbody"},
    "th": {"tr"},
    "td": {"tr"},
}

# From here the way down to a parent can be made, see MISSING_CHILD.
NEARLY_PARENTS = {
    **PARENTS,
    "tr": {"thead", "tbody", "table"},
    "th": {"tr", "thead", "tbody", "table"},
    "td": {"tr", "thead", "tbody", "table"},
}

# Where none of the parents is open, this one is opened.
MISSING_PARENT = {"li": "ul", "dt": "dl", "dd": "dl"}

TABLE_PARTS = frozenset(("caption", "thead", "tbody", "tr", "th", "td"))

# A new item of a list ends the one before it, but reaches through nothing else.
ENDED_BY = {"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}}

# An end tag does not reach out of one of these.
WALLS = frozenset(("table", "caption", "th", "td"))
