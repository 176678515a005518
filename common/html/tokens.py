"""HTML cut into text and tags, in time that grows with its length and no faster.

Any text is accepted. What a browser would hardly read as a tag ("3 < 5", "<3", "a <- b",
"<me@example.org>", a tag with another "<" in it) stays text.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*+(?::[a-z0-9-]++)?+)(?=[\s/>])", re.ASCII | re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s<>/=]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'<>][^\s<>]*+)?+)?+""", re.ASCII
)
_TAG_END = re.compile(r"[\s/]*+>", re.ASCII)


class Text(NamedTuple):
    """Text between tags as it stands there, its character references not yet read."""

    raw: str


class Start(NamedTuple):
    """A start tag. Name and names of attributes in small letters, values not yet decoded."""

    name: str
    attributes: dict[str, str]
    raw: str


class End(NamedTuple):
    """An end tag."""

    name: str
    raw: str


class Aside(NamedTuple):
    """A comment, a doctype, a processing instruction: no text and no element."""

    raw: str


Token = Text | Start | End | Aside


def tokens(html: str, raw_elements: AbstractSet[str] = frozenset()) -> Iterator[Token]:
    """The tokens in order; their `raw` parts joined give `html` again.

    The content of `raw_elements` (scripts, styles) is one text up to its end tag, or to the
    end where that is missing, as in a browser.
    """
    reader = _Reader(html)
    written, position = 0, html.find("<")
    while position >= 0:
        token = reader.markup_at(position)
        if token is None:
            position = html.find("<", position + 1)
            continue
        if position > written:
            yield Text(html[written:position])
        yield token
        written = position = position + len(token.raw)
        if isinstance(token, Start) and token.name in raw_elements:
            position = reader.end_of_raw(token, position)
        position = html.find("<", position) if position < len(html) else -1
    if written < len(html):
        yield Text(html[written:])


class _Reader:
    """Reads one tag at a time and remembers what it need not look for again."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.last_end = html.rfind(">")
        self.last_comment_end = html.rfind("-->")
        # Places between two attributes from which no tag came to its end: without them a
        # long run of half-open quotes would be read again and again.
        self.dead_ends: set[int] = set()

    def markup_at(self, start: int) -> Start | End | Aside | None:
        """The tag or comment that begins at the "<" at `start`, if one does."""
        if start > self.last_end:
            return None
        tag = _TAG.match(self.html, start)
        if tag:
            return self._tag(tag)
        return self._aside(start) if self.html[start + 1 : start + 2] in {"!", "?"} else None

    def end_of_raw(self, token: Start, position: int) -> int:
        """Where the end tag of a script or style begins."""
        if token.raw.endswith("/>"):
            return position
        end = re.compile(rf"</{token.name}(?=[\s/>])", re.ASCII | re.IGNORECASE).search(
            self.html, position
        )
        return end.start() if end else len(self.html)

    def _tag(self, tag: re.Match[str]) -> Start | End | None:
        attributes: dict[str, str] = {}
        position = self._end_of_tag(tag.end(), attributes)
        if position is None:
            return None
        raw, name = self.html[tag.start() : position], tag[2].lower()
        return End(name, raw) if tag[1] else Start(name, attributes, raw)

    def _end_of_tag(self, position: int, attributes: dict[str, str]) -> int | None:
        """Where the tag ends; fills `attributes`, the first of each name, as browsers do."""
        passed = []
        while position not in self.dead_ends:
            if end := _TAG_END.match(self.html, position):
                return end.end()
            passed.append(position)
            attribute = _ATTRIBUTE.match(self.html, position)
            if not attribute:
                break
            attributes.setdefault(attribute[1].lower(), _unquoted(attribute[2] or ""))
            position = attribute.end()
        self.dead_ends.update(passed)
        return None

    def _aside(self, start: int) -> Aside | None:
        if not self.html.startswith("<!--", start):
            return Aside(self.html[start : self.html.index(">", start) + 1])
        if start + 2 > self.last_comment_end:
            return None
        return Aside(self.html[start : self.html.index("-->", start + 2) + 3])


def _unquoted(value: str) -> str:
    return value[1:-1] if value[:1] in {'"', "'"} else value
