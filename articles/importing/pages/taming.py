"""Limits on a page before it is parsed: how much mark-up it has and how deep it is nested.

A parser gives up at 256 levels and forgets what follows, without a word. So tags beyond
`MAX_DEPTH` are taken out, and their text stays. Everything here takes time that grows with the
length of the page and no faster.
"""

import re
from collections import Counter
from collections.abc import Iterator

from articles.importing.records import ParseError

# A long page with hundreds of comments has 20,000.
MAX_ELEMENTS = 30_000
# Well-built pages have 30 levels, careless ones 100; the parser stops at 256.
MAX_DEPTH = 180
# In characters, of one tag with all its attributes; longer ones carry a picture in themselves
# and are none that hold text.
MAX_TAG_CHARS = 100_000
# Attributes of one element: the busiest elements of real pages have 60.
MAX_ATTRIBUTES = 500

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe)(?=[\s/>]).*?(?:</(?P=raw)(?=[\s/>])|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-z][a-z0-9:-]*)(?P<rest>[^<>]*)",
    re.IGNORECASE | re.DOTALL,
)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr basefont frame".split()
)
# They end where the next one begins, so a thousand in a row are no thousand levels.
_ENDS_BY_ITSELF = frozenset(
    "p li dt dd tr td th thead tbody tfoot option optgroup html head body rp rt".split()
)


def tame(text: str) -> str:
    """Give a page that can be parsed in reasonable time, or raise ParseError."""
    return "".join(_flat(text))


def _flat(text: str) -> Iterator[str]:
    """Yield the page without the tags that are nested too deep."""
    levels = _Levels()
    written = 0
    for found in _MARKUP.finditer(text):
        name = found["name"]
        if name is None:
            levels.count()
            continue
        if not levels.keeps(name.lower(), found["close"], found["rest"]):
            yield text[written : found.start()]
            written = found.end() + (text[found.end() : found.end() + 1] == ">")
    yield text[written:]


class _Levels:
    """The open elements, as a parser that never repairs would see them."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.names: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.elements = 0

    def count(self) -> None:
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise _too_much()

    def keeps(self, name: str, close: str, rest: str) -> bool:
        """Say whether a tag may stay."""
        if close:
            return self._end(name)
        self.count()
        if len(rest) > MAX_TAG_CHARS or rest.count("=") > MAX_ATTRIBUTES:
            return False
        if name in _VOID or name in _ENDS_BY_ITSELF or rest.endswith("/"):
            return True
        if len(self.open) >= MAX_DEPTH:
            self.left_out[name] += 1
            return False
        self.open.append(name)
        self.names[name] += 1
        return True

    def _end(self, name: str) -> bool:
        if self.left_out[name]:
            self.left_out[name] -= 1
            return False
        while self.names[name]:
            last = self.open.pop()
            self.names[last] -= 1
            if last == name:
                break
        return True


def _too_much() -> ParseError:
    return ParseError(
        f"This page has more than {MAX_ELEMENTS:,} elements, which is more than an article has; "
        "save the article alone as text and try again."
    )
