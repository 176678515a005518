"""Plain text as saved from a news page: the article, and behind it the readers' comments.

The title comes first. Paragraphs are parted by blank lines; text that was wrapped is put together
again, lines that are short on purpose stay lines. A short line that stands alone and has no full
stop is a sub-heading. Lists in the article stay lists. What belongs to the site and not to the
article (menus, forms, notices, lists of other articles) is left out and reported.

Behind the article, numbered items are comments and bulleted items under one are replies to it.
Names are taken only where a line says them ("Alice says:"), dates only where they can be one day.
Every non-blank line ends up in the text, in a comment, in `recognised` or in `dropped`.

What cannot be known is decided like this, and shows in the preview:

- Numbered items at the very end are comments, also without a heading above them. They are the
  article's own list when a line ending in ":", references or a sub-heading announce them, or
  when paragraphs follow. See `plaintext.ending`.
- A short line behind the last paragraph is the site's.
- Text behind the article that is no numbered item is nobody's known words: it is left out.
- A numbered list in a comment, indented and with blank lines around it, is taken for replies;
  without blank lines it is the comment's own. See `plaintext.threads`.
"""

import re
from dataclasses import replace

from articles.importing.plaintext.body import build_body
from articles.importing.plaintext.decoding import MAX_DOCUMENT_BYTES, decode
from articles.importing.plaintext.ending import find_ending
from articles.importing.plaintext.lines import split_lines
from articles.importing.plaintext.opening import Opening, read_opening
from articles.importing.plaintext.origin import take_source
from articles.importing.plaintext.page import Page
from articles.importing.plaintext.parsed_comments import read_comments
from articles.importing.plaintext.sources import read_source
from articles.importing.plaintext.units import Unit, split_units
from articles.importing.records import ParsedArticle, ParseError

NAME = "text"
EXTENSIONS = (".txt",)
MAX_BYTES = MAX_DOCUMENT_BYTES

# About 60,000 words: longer than any news text; more is a book, or not an article.
MAX_BODY_CHARS = 400_000
# Enough to tell text from something else.
_HEAD_BYTES = 4096

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = re.compile(rb"\s*(?:<[!?a-z]|[{\[]\s*[\"{\[]|PK\x03\x04|%PDF-|\x1f\x8b)", re.IGNORECASE)


def detect(data: bytes, filename: str) -> bool:
    """Say whether the document may be plain text; it is the last format to be asked.

    An empty or damaged text file is taken too, so that `parse` can say what is wrong with it.
    """
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(_UTF16_MARKS):
        return True
    if _MARKUP.match(head):
        return False
    return filename.lower().endswith(EXTENSIONS) or b"\0" not in head


def parse(data: bytes, *, address: str | None = None) -> list[ParsedArticle]:
    """Give the one article of a text document with its comments.

    `address` is where the text was found; it is the source unless the text names another.
    Raises ParseError for what is no text, has no title or nothing below it, or is too large.
    """
    page = Page(_without_margin(split_units(split_lines(decode(data)))))
    opening = read_opening(page)
    end = find_ending(page, opening.start)
    _refuse_books(page, opening, end)
    source = take_source(page, opening.start, end)
    body = _body(page, opening, end)
    comments = read_comments(page, end)
    found = read_source(address or "")
    return [
        ParsedArticle(
            title=opening.title,
            standfirst=opening.standfirst,
            body_html=body,
            author=opening.author,
            source_name=source.name or found.name,
            source_url=source.url or found.url,
            published_at=opening.published_at,
            updated_at=opening.updated_at,
            comments=comments,
            dropped=sorted(page.dropped, key=lambda one: one.line or 0),
            recognised=sorted(page.recognised, key=lambda one: one.line),
        )
    ]


def _without_margin(units: list[Unit]) -> list[Unit]:
    """Take off the indent that all lines share."""
    margin = min(unit.indent for unit in units)
    return [replace(unit, indent=unit.indent - margin) for unit in units] if margin else units


def _refuse_books(page: Page, opening: Opening, end: int) -> None:
    if sum(len(unit.text) for unit in page.units[opening.start : end]) > MAX_BODY_CHARS:
        raise ParseError(
            f"The article has more than {MAX_BODY_CHARS:,} characters; "
            "save the article alone as text and try again.",
            page.units[opening.start - 1].number,
        )


def _body(page: Page, opening: Opening, end: int) -> str:
    body = build_body(page, opening.start, end)
    if not body:
        raise ParseError(
            "There is a title but no text below it; save the whole article and try again.",
            page.units[opening.start - 1].number,
        )
    return body
