"""HTML from plain words: everything is escaped, nothing is changed."""

from collections.abc import Iterable
from html import escape


def escaped(text: str) -> str:
    """Give the text so that HTML shows it letter for letter; quotes need no escape in a text."""
    return escape(text, quote=False)


def lines_html(lines: Iterable[str]) -> str:
    """Give lines with a break between them."""
    return "<br>".join(escaped(line) for line in lines)


def paragraph(lines: Iterable[str]) -> str:
    """Give one paragraph; its lines stay lines."""
    return f"<p>{lines_html(lines)}</p>"


def paragraphs(blocks: Iterable[Iterable[str]]) -> str:
    """Give one paragraph for each block of lines."""
    return "".join(paragraph(block) for block in blocks)


def heading(text: str) -> str:
    """Give a sub-heading; the title of the page is its only h1."""
    return f"<h2>{escaped(text)}</h2>"
