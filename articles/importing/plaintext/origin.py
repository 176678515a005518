"""Finding the source of the article on its page."""

from articles.importing.plaintext.furniture import is_reference_heading, recognise
from articles.importing.plaintext.page import Page
from articles.importing.plaintext.prose import is_heading
from articles.importing.plaintext.sources import (
    MAX_ADDRESS_CHARS,
    Source,
    after_label,
    has_address,
    is_source_line,
    read_source,
)


def take_source(page: Page, start: int, end: int) -> Source:
    """Find the source among the article's own units and mark its lines as read.

    A line with an address counts wherever it stands; a name alone only after the last paragraph
    or before the first, because in between it is the source of a table or a picture.
    """
    best = Source()
    for index in range(start, end):
        if index in page.taken or not page.is_outer(index):
            continue
        if is_source_line(page.units[index].text):
            best = _consider(page, start, index, end, best)
    return best


def _consider(page: Page, start: int, index: int, end: int, best: Source) -> Source:
    text, last = _read(page, index, end)
    if not text and last + 1 < end and is_source_line(page.units[last + 1].text):
        page.recognise(index, "source")  # "Story Source:" above "Materials provided by ..."
    if best.url and has_address(text):
        page.drop(index, "a second source; the first was kept")
    if best.url:
        return best
    found = read_source(text)
    if not found.url and (best.name or not _at_the_edge(page, start, index, last)):
        return best
    if not found.name:
        return best
    for taken in range(index, last + 1):
        page.recognise(taken, "source")
    return Source(best.name or found.name, found.url)


def _read(page: Page, index: int, end: int) -> tuple[str, int]:
    """Read a source line: a bare label goes on with a name, a name with an address."""
    text, last = after_label(page.units[index].text) or "", index
    while last - index < 2 and last + 1 < end and not has_address(text):
        if not _goes_on(page, last + 1, named=bool(text)):
            break
        last += 1
        text = f"{text} {page.units[last].text}".strip()
    return text, last


def _goes_on(page: Page, index: int, *, named: bool) -> bool:
    text = page.units[index].text
    if not page.is_outer(index) or len(text) > MAX_ADDRESS_CHARS or recognise(text):
        return False
    only_address = has_address(text) and len(text.split()) == 1
    return only_address or (not named and (has_address(text) or is_heading(text)))


def _at_the_edge(page: Page, start: int, index: int, last: int) -> bool:
    following = page.next_text[last + 1]
    if following < len(page.units) and is_reference_heading(page.units[following].text):
        return True
    return page.prose_ahead[last + 1] == 0 or page.prose_ahead[index] == page.prose_ahead[start]
