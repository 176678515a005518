"""The formats that can be read: one module each, bytes in and records out.

A new format is a neighbour of the others with the same five names (`NAME`, `EXTENSIONS`,
`MAX_BYTES`, `detect`, `parse`) and one line in `FORMATS`. Formats are asked in that order whether a document
is theirs, so the choosy come first and plain text, which takes what nobody else wants, last.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from articles.importing.records import ParsedArticle, ParseError

AUTO = "auto"


class Format(Protocol):
    """What a format module offers."""

    @property
    def NAME(self) -> str: ...
    @property
    def EXTENSIONS(self) -> tuple[str, ...]: ...
    @property
    def MAX_BYTES(self) -> int: ...
    def detect(self, data: bytes, filename: str) -> bool:
        """Say whether the document is in this format."""

    def parse(self, data: bytes, *, address: str | None = None) -> Iterable[ParsedArticle]:
        """Give the articles of the document, or raise ParseError."""


@dataclass(frozen=True)
class Known:
    """A format by its name; its module is loaded when a document is first held against it.

    All of them with their libraries take 13 MB in each process, and most processes of a site do
    nothing but answer readers.
    """

    name: str
    file: str

    @property
    def module(self) -> Format:
        """The format itself."""
        return cast(Format, import_module(f"{__name__}.{self.file}"))


FORMATS: list[Known] = [
    Known("wordpress", "wordpress"),
    Known("disqus", "disqus"),
    Known("feed", "feed"),
    Known("json_feed", "json_feed"),
    Known("common-thread", "own_json"),
    Known("isso", "isso"),
    Known("commento", "commento"),
    Known("remark42", "remark42"),
    Known("isso-json", "isso_json"),
    Known("html", "html_page"),
    Known("text", "text"),
]


def format_names() -> list[str]:
    """Give what `--format` accepts, "auto" first."""
    return [AUTO, *(known.name for known in FORMATS)]


def extensions() -> tuple[str, ...]:
    """Give the endings, in lower case and with their dot, of files that a folder is read for."""
    return tuple(dict.fromkeys(ending for known in FORMATS for ending in known.module.EXTENSIONS))


def choose(data: bytes, filename: str, name: str = AUTO) -> Format:
    """Give the format of a document: the one named, or the first that takes it for its own.

    Raises ParseError when no format has that name, none takes the document, or it is larger
    than documents in that format are.
    """
    chosen = detect(data, filename) if name == AUTO else named(name)
    if len(data) > chosen.MAX_BYTES:
        raise ParseError(
            f"This is larger than {chosen.MAX_BYTES // 1024 // 1024} MB, which is more than a "
            f"document in this format ({chosen.NAME}) has; give parts of it."
        )
    return chosen


def named(name: str) -> Format:
    """Give the format of that name, or raise ParseError."""
    for known in FORMATS:
        if known.name == name:
            return known.module
    raise ParseError(f"There is no format named {name!r}; choose one of {_listed(format_names())}.")


def detect(data: bytes, filename: str) -> Format:
    """Give the first format that takes the document for its own, or raise ParseError."""
    for known in FORMATS:
        if known.module.detect(data, filename):
            return known.module
    names = _listed([known.name for known in FORMATS])
    raise ParseError(
        f"This is in none of the formats that can be read here ({names}); "
        "save it in one of them and try again."
    )


def _listed(names: list[str]) -> str:
    return ", ".join(names)
