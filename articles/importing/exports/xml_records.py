"""XML exports read as a stream of flat records, with bounded memory, however hostile.

A format names the paths of the records it wants and of the fields in them; the rest of the
document is passed over and never kept. Document types and entities are refused by defusedxml.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from articles.importing.exports import limits
from articles.importing.exports.decoding import XmlText
from articles.importing.exports.xml_names import Family, Scope
from articles.importing.records import ParseError

# The field that is the text of the record itself.
OWN_TEXT = "."


class Field(NamedTuple):
    """One element in a record: its path from there, its text, its attributes by raw name."""

    name: str
    text: str
    attributes: Mapping[str, str]


@dataclass(slots=True)
class Record:
    """One element that a format asked for. A record in it is given before it, not in it."""

    path: str
    line: int
    attributes: Mapping[str, str]
    fields: list[Field] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Give the first text of that name that is not blank, without space around it, or ""."""
        return next((t for f in self.fields if f.name == name and (t := f.text.strip())), "")

    def all(self, name: str) -> list[Field]:
        """Give every field of that name."""
        return [one for one in self.fields if one.name == name]


def read_records(
    text: XmlText, wanted: Mapping[str, frozenset[str]], family: Family
) -> Iterator[Record]:
    """Give the records in the order in which they end.

    `wanted` has paths of records from the root on ("rss/channel/item") and of the fields in each
    from there on. Raises ParseError, with line and column, for what is not well-formed, declares
    a document type or entities, nests deeper than `MAX_DEPTH`, or has a text over its limit.
    """
    parser = DefusedExpatParser(forbid_dtd=True, forbid_entities=True, forbid_external=True)
    collector = _Collector(parser, wanted, family)
    parser.setContentHandler(collector)
    for piece in text:
        with _Errors(parser):
            parser.feed(piece)
        yield from collector.take()
    with _Errors(parser):
        parser.close()
    yield from collector.take()


class _Errors:
    """Turns what the parser raises into ParseError."""

    def __init__(self, parser: DefusedExpatParser) -> None:
        self._parser = parser

    def __enter__(self) -> None: ...

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, SAXParseException):
            said = re.sub(r"[^\w (),'-]", "", error.getMessage())
            raise ParseError(
                f"This XML is damaged or cut off ({said}); export it again.",
                error.getLineNumber(),
                _column(error.getColumnNumber()),
            ) from error
        if isinstance(error, DefusedXmlException):
            raise ParseError(
                "This XML declares a document type or entities, which no export does; "
                "take the declaration out and try again.",
                *_place(self._parser),
            ) from error
        if isinstance(error, SAXException):
            raise ParseError("This XML cannot be read; export it again.") from error


class _Collector(ContentHandler):
    """Keeps what is wanted of the elements that pass by."""

    def __init__(
        self, parser: DefusedExpatParser, wanted: Mapping[str, frozenset[str]], family: Family
    ) -> None:
        super().__init__()
        self._parser = parser
        self._wanted = wanted
        self._fields = {f"{path}/{one}" for path, names in wanted.items() for one in names}
        self._on_the_way = {
            "/".join(steps[:n])
            for steps in (path.split("/") for path in {*wanted, *self._fields})
            for n in range(1, len(steps))
        }
        self._paths: list[str | None] = [""]
        self._scopes = [Scope(family, {}, None)]
        self._open: list[Record] = []
        self._done: list[Record] = []
        self._attributes: Mapping[str, str] = {}
        self._words: list[str] | None = None
        self._length = 0

    def take(self) -> list[Record]:
        """Give the records that ended since the last time."""
        done, self._done = self._done, []
        return done

    def startElement(self, raw: str, attrs: AttributesImpl) -> None:
        if len(self._paths) > limits.MAX_DEPTH:
            raise ParseError(
                f"This XML has more than {limits.MAX_DEPTH} levels, which no export has; export it again.",
                *_place(self._parser),
            )
        above = self._paths[-1]
        if above is None:
            self._paths.append(None)
            return
        attributes = dict(attrs.items()) if len(attrs) else {}
        scope = self._scopes[-1].inner(attributes) if attributes else self._scopes[-1]
        name = scope.name(raw)
        path = f"{above}/{name}" if above else name
        if not self._is_entered(path, attributes):
            self._paths.append(None)
            return
        self._paths.append(path)
        self._scopes.append(scope)

    def _is_entered(self, path: str, attributes: Mapping[str, str]) -> bool:
        if path in self._wanted:
            self._open.append(Record(path, self._parser.getLineNumber(), attributes))
            if OWN_TEXT in self._wanted[path]:
                self._begin({})
            return True
        if path in self._fields:
            self._begin(attributes)
            return True
        return path in self._on_the_way

    def _begin(self, attributes: Mapping[str, str]) -> None:
        self._words, self._length, self._attributes = [], 0, attributes

    def characters(self, content: str) -> None:
        if self._words is None:
            return
        self._length += len(content)
        if self._length > limits.MAX_TEXT_CHARS:
            limits.check_text(self._length, self._parser.getLineNumber())
        self._words.append(content)

    def endElement(self, _: str) -> None:
        path = self._paths.pop()
        if path is None:
            return
        self._scopes.pop()
        if path in self._wanted:
            if OWN_TEXT in self._wanted[path]:
                self._end(OWN_TEXT)
            self._done.append(self._open.pop())
        elif path in self._fields and self._open:
            self._end(path[len(self._open[-1].path) + 1 :])

    def _end(self, name: str) -> None:
        text = "".join(self._words or ())
        self._open[-1].fields.append(Field(name, text, self._attributes))
        self._words = None


def _place(parser: DefusedExpatParser) -> tuple[int | None, int | None]:
    return parser.getLineNumber(), _column(parser.getColumnNumber())


def _column(column: int | None) -> int | None:
    """Count from 1; expat counts from 0."""
    return None if column is None else column + 1
