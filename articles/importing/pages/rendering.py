"""The tree that trafilatura gives, written as HTML.

Its elements are those of TEI: head, p, list and item, quote, code, table with row and cell, lb,
hi, del, ref. Text is escaped; whoever stores it sanitises it all the same.
"""

import re
from collections.abc import Iterator
from html import escape

from lxml import etree

from articles.importing.pages.trees import absolute

_SPACES = re.compile(r"\s+")
_INLINE = {"#b": "strong", "#i": "em", "#t": "code", "#sup": "sup", "#sub": "sub"}
_BLOCKS = frozenset("p head list item quote table row cell code".split())
# An article has its title above it, so that its own headings begin one below.
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}


def render(body: etree._Element, base: str) -> str:
    """Give the HTML of an article; links are made absolute against `base`."""
    return "".join(_Writer(base).blocks(body)).strip()


class _Writer:
    def __init__(self, base: str) -> None:
        self.base = base

    def blocks(self, parent: etree._Element) -> Iterator[str]:
        """Yield the content of an element that holds blocks; loose text becomes paragraphs."""
        loose = [_text(parent.text)]
        for child in parent:
            if _is_block(child):
                yield from _paragraph(loose)
                loose = []
                yield from self.block(child)
            else:
                loose += self.inline(child)
            loose.append(_text(child.tail))
        yield from _paragraph(loose)

    def block(self, element: etree._Element) -> Iterator[str]:
        if element.tag == "head":
            name = _HEADINGS.get(element.get("rend") or "", "h3")
            yield from _wrapped(name, self.inlines(element))
        elif element.tag == "list":
            yield from self.listing(element)
        elif element.tag == "quote":
            yield from _wrapped("blockquote", list(self.blocks(element)))
        elif element.tag == "table":
            yield from _wrapped("table", [part for row in element for part in self.row(row)])
        elif element.tag == "code":
            yield f"<pre>{_preformatted(element)}</pre>\n"
        elif element.tag in ("row", "item", "cell") or _holds_blocks(element):
            yield from self.blocks(element)
        else:
            yield from _paragraph(self.inlines(element))

    def listing(self, element: etree._Element) -> Iterator[str]:
        name = element.get("rend") if element.get("rend") in ("ul", "ol", "dl") else "ul"
        items = [part for item in element for part in self.item(item, name or "ul")]
        yield from _wrapped(name or "ul", items)

    def item(self, element: etree._Element, parent: str) -> Iterator[str]:
        name = "li"
        if parent == "dl":
            name = "dt" if (element.get("rend") or "").startswith("dt") else "dd"
        yield from _wrapped(name, self.content(element))
        if (element.tail or "").strip():
            yield from _wrapped(name, [_text(element.tail)])

    def row(self, element: etree._Element) -> Iterator[str]:
        cells = []
        for cell in element:
            name = "th" if cell.get("role") == "head" else "td"
            cells.append(f"<{name}>{''.join(self.content(cell)).strip()}</{name}>\n")
        yield f"<tr>{''.join(cells)}</tr>\n" if cells else ""

    def content(self, element: etree._Element) -> list[str]:
        """Give the content of an item or a cell, without a paragraph where it is one line."""
        if any(_is_block(child) and child.tag != "p" for child in element):
            return list(self.blocks(element))
        parts = [_text(element.text)]
        for child in element:
            inner = self.inlines(child) if child.tag == "p" else self.inline(child)
            parts += ["<br>\n", *inner, "<br>\n"] if child.tag == "p" else inner
            parts.append(_text(child.tail))
        return _without_breaks(parts)

    def inlines(self, element: etree._Element) -> list[str]:
        parts = [_text(element.text)]
        for child in element:
            parts += self.inline(child)
            parts.append(_text(child.tail))
        return parts

    def inline(self, element: etree._Element) -> list[str]:
        if element.tag == "lb":
            return ["<br>\n"]
        inner = self.inlines(element)
        if element.tag == "ref":
            target = absolute(element.get("target"), self.base)
            return [f'<a href="{escape(target)}">', *inner, "</a>"] if target else inner
        name = _INLINE.get(element.get("rend") or "") if element.tag == "hi" else None
        name = "code" if element.tag == "code" else name
        if name and "".join(inner).strip():
            return [f"<{name}>", *inner, f"</{name}>"]
        return [" ", *inner, " "] if _is_block(element) else inner


def _is_block(element: etree._Element) -> bool:
    if element.tag == "code":  # a piece of code in a sentence is no block
        parent = element.getparent()
        return "\n" in (element.text or "") or parent is None or parent.tag == "body"
    return element.tag in _BLOCKS


def _holds_blocks(element: etree._Element) -> bool:
    return any(_is_block(child) for child in element)


def _text(text: str | None) -> str:
    return escape(_SPACES.sub(" ", text or ""), quote=False)


def _preformatted(element: etree._Element) -> str:
    parts = []
    for each in element.iter():
        parts.append("\n" if each.tag == "lb" else each.text or "")
        parts.append((each.tail or "") if each is not element else "")
    return escape("".join(parts), quote=False).strip("\n")


def _wrapped(name: str, parts: list[str]) -> Iterator[str]:
    inner = "".join(parts).strip()
    if inner:
        yield f"<{name}>{inner}</{name}>\n"


def _without_breaks(parts: list[str]) -> list[str]:
    """Leave out line breaks at the ends and beside each other."""
    kept: list[str] = []
    for part in parts:
        if part == "<br>\n" and (not kept or kept[-1] == part):
            continue
        if part.strip():
            kept.append(part)
        elif part and kept and kept[-1] != "<br>\n":
            kept.append(" ")
    while kept and kept[-1] in ("<br>\n", " "):
        kept.pop()
    return kept


def _paragraph(parts: list[str]) -> Iterator[str]:
    yield from _wrapped("p", _without_breaks(parts))
