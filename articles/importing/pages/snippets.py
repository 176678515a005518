"""A piece of a page as simple HTML: what may stand in a comment, and its words."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from html import escape

from lxml import etree

from articles.importing.pages.trees import absolute

_KEPT = {
    "strong": "strong", "b": "strong", "em": "em", "i": "em", "code": "code", "tt": "code",
    "ul": "ul", "ol": "ol", "li": "li", "blockquote": "blockquote", "a": "a",
}  # fmt: skip
# A comment has no headings and no tables; their parts become paragraphs.
_PARAGRAPHS = frozenset(
    "p div section article pre h1 h2 h3 h4 h5 h6 table tr dl dt dd td th".split()
)
_LEFT_OUT = frozenset(
    "script style form button input select textarea iframe object embed svg noscript nav"
    " template head meta link time".split()
)

Elements = AbstractSet[etree._Element]
NOTHING: Elements = frozenset()


def render_piece(element: etree._Element, base: str, without: Elements = NOTHING) -> str:
    """Give the content of an element as paragraphs, leaving out the elements in `without`."""
    return "".join(_finished(_Piece(base, without).parts(element)))


def words_of(element: etree._Element, without: Elements = NOTHING) -> str:
    """Give the words in an element on one line, leaving out the elements in `without`."""
    return " ".join("".join(_words(element, without)).split())


class _Piece:
    """Writes inline content; `\\x00` stands where a paragraph begins or ends."""

    def __init__(self, base: str, without: Elements) -> None:
        self.base = base
        self.without = without

    def parts(self, element: etree._Element) -> Iterator[str]:
        yield escape(element.text or "", quote=False)
        for child in element:
            if (
                isinstance(child.tag, str)
                and child.tag not in _LEFT_OUT
                and child not in self.without
            ):
                yield from self.child(child)
            yield escape(child.tail or "", quote=False)

    def child(self, child: etree._Element) -> Iterator[str]:
        name = _KEPT.get(child.tag)
        if child.tag == "br":
            yield "<br>"
        elif child.tag == "a":
            target = absolute(child.get("href"), self.base)
            inner = "".join(self.parts(child)).replace("\x00", " ")
            yield f'<a href="{escape(target)}">{inner}</a>' if target and inner.strip() else inner
        elif name in ("ul", "ol", "blockquote"):
            yield f"\x00\x01<{name}>{''.join(_inner(self.parts(child), name))}</{name}>\x00"
        elif name == "li":
            yield f"<li>{''.join(self.parts(child)).replace(chr(0), ' ').strip()}</li>"
        elif name:
            inner = "".join(self.parts(child)).replace("\x00", " ")
            yield f"<{name}>{inner}</{name}>" if inner.strip() else inner
        elif child.tag in _PARAGRAPHS:
            yield "\x00"
            yield from self.parts(child)
            yield "\x00"
        else:
            yield from self.parts(child)


def _inner(parts: Iterator[str], name: str) -> Iterator[str]:
    if name == "blockquote":
        yield from _finished(parts)
    else:
        yield "".join(parts).replace("\x00", " ")


def _finished(parts: Iterator[str]) -> Iterator[str]:
    for part in "".join(parts).split("\x00"):
        text = " ".join(part.split())
        if text.startswith("\x01"):
            yield text[1:]
        elif text and (text := _without_outer_breaks(text)):
            yield "".join(f"<p>{each}</p>" for each in _split(text))


def _split(text: str) -> list[str]:
    """Part a text at its empty lines, which old systems write as two breaks."""
    parts = text.replace("<br> <br>", "<br><br>").split("<br><br>")
    return [part for each in parts if (part := _without_outer_breaks(each))]


def _without_outer_breaks(text: str) -> str:
    text = text.strip()
    while text.startswith("<br>"):
        text = text[4:].lstrip()
    while text.endswith("<br>"):
        text = text[:-4].rstrip()
    return text


def _words(element: etree._Element, without: Elements) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT and child not in without:
            yield from _words(child, without)
        if child.tag == "br" or child.tag in _PARAGRAPHS:
            yield " "
        yield child.tail or ""
