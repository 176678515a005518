"""What may stay in HTML: which elements, which attributes, which values."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from common.html.entities import decode_attribute, escape_attribute
from common.text import one_line
from common.urls import clean_address

# Search engines shall not count the link, and the page behind it learns nothing of ours.
LINK_REL = "nofollow ugc noopener"

# No table that people read is wider; a span of thousands freezes the browser.
MAX_SPAN = 100

_SCOPES = {"row", "col", "rowgroup", "colgroup"}


@dataclass(frozen=True, eq=False)
class Policy:
    """What `sanitize` keeps. Everything that is not named here goes.

    `attributes` names them for each element. `shows_unknown` says what becomes of other tags:
    shown as the characters that were typed, or left out. Of `silent` elements the content
    goes too. `stands_for` gives unknown elements the kept one that is nearest in meaning.
    """

    tags: frozenset[str]
    attributes: Mapping[str, frozenset[str]]
    shows_unknown: bool
    silent: frozenset[str] = frozenset()
    stands_for: Mapping[str, str] = field(default_factory=dict)

    def start_tag(self, name: str, raw_attributes: Mapping[str, str]) -> str | None:
        """The tag as it may be written, or None for a link that leads nowhere."""
        kept = self.attributes.get(name, frozenset())
        parts = [
            f' {attribute}="{escape_attribute(value)}"'
            for attribute in sorted(kept & raw_attributes.keys())
            if (value := clean_value(attribute, decode_attribute(raw_attributes[attribute])))
        ]
        if name == "a":
            parts = [*parts, f' rel="{LINK_REL}"'] if parts else []
            return f"<a{''.join(parts)}>" if parts else None
        return f"<{name}{''.join(parts)}>"


def clean_value(attribute: str, value: str) -> str | None:
    """The value as it may stay, or None. Cleaning a clean value changes nothing."""
    clean = _VALUES.get(attribute)
    return clean(value) if clean else None


def _clean_scope(value: str) -> str | None:
    scope = value.strip().lower()
    return scope if scope in _SCOPES else None


def _clean_span(value: str) -> str | None:
    digits = re.fullmatch("[0-9]{1,4}", value.strip())
    return str(int(digits[0])) if digits and 1 < int(digits[0]) <= MAX_SPAN else None


_VALUES: Mapping[str, Callable[[str], str | None]] = {
    "href": clean_address,
    "title": one_line,
    "scope": _clean_scope,
    "colspan": _clean_span,
    "rowspan": _clean_span,
}

_COMMENT_TAGS = frozenset("p br strong b em i blockquote ul ol li code a".split())

_ARTICLE_TAGS = _COMMENT_TAGS.union(
    "h2 h3 h4 hr pre sub sup abbr cite q dl dt dd".split(),
    "table caption thead tbody tr th td".split(),
)

# Program text, foreign worlds and form controls: none of it is meant to be read as the article.
SILENT = frozenset(
    "script style template noscript iframe object svg math textarea title head noembed noframes"
    " xmp applet audio video canvas select button datalist".split()
)

_BOXES = (
    "div section article header footer main aside nav address figure figcaption details summary"
    " form fieldset legend center dialog hgroup search".split()
)

_STANDS_FOR = {
    **dict.fromkeys(_BOXES, "p"),
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "tfoot": "tbody",
    "menu": "ul",
    "dir": "ul",
}

COMMENT_POLICY = Policy(
    tags=_COMMENT_TAGS, attributes={"a": frozenset({"href"})}, shows_unknown=True
)

_CELL = frozenset({"scope", "colspan", "rowspan"})

ARTICLE_POLICY = Policy(
    tags=_ARTICLE_TAGS,
    attributes={
        "a": frozenset({"href"}),
        "abbr": frozenset({"title"}),
        "th": _CELL,
        "td": _CELL - {"scope"},
    },
    shows_unknown=False,
    silent=SILENT,
    stands_for=_STANDS_FOR,
)
