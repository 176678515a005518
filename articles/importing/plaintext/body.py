"""The article's own text as HTML: paragraphs, sub-headings and lists; furniture is left out."""

from dataclasses import dataclass

from articles.importing.plaintext.ending import run_end
from articles.importing.plaintext.furniture import Role, is_reference_heading
from articles.importing.plaintext.lists import list_html
from articles.importing.plaintext.markers import is_ornament
from articles.importing.plaintext.page import Page
from articles.importing.plaintext.prose import is_heading
from articles.importing.plaintext.rendering import heading, paragraph
from articles.importing.plaintext.titles import drop_titles

_SHORT_END = "a short line after the last paragraph"


@dataclass(frozen=True, slots=True)
class _Part:
    """One piece of the body and the units it is made of."""

    html: str
    units: range
    is_heading: bool = False


def build_body(page: Page, start: int, end: int) -> str:
    """Give the HTML of the units from `start` to before `end`; "" when there is no text.

    A short line with no full stop opens what follows it; at the very end it opens nothing and is
    the site's (an author's name, a category): it is dropped. Where all lines are short, they
    are the text.
    """
    parts: list[_Part] = []
    index = start
    while index < end:
        part, index = _next_part(page, index, end)
        if part and parts and part.is_heading and _announces(page, parts[-1]):
            part = _Part(paragraph(_texts(page, part.units)), part.units)
        parts += [part] if part else []
    if all(part.is_heading for part in parts):
        return "".join(paragraph(_texts(page, part.units)) for part in parts)
    while parts[-1].is_heading:
        for unit in parts.pop().units:
            page.drop(unit, _SHORT_END)
    return "".join(part.html for part in parts)


def _announces(page: Page, part: _Part) -> bool:
    """Say whether a part is "Journal reference:" or its like: what follows is no sub-heading."""
    return part.is_heading and is_reference_heading(page.units[part.units[0]].text)


def _next_part(page: Page, index: int, end: int) -> tuple[_Part | None, int]:
    """Give the part that begins at a unit, if it is text, and the index behind it."""
    if index in page.taken:
        return None, index + 1
    if not page.is_outer(index):
        return _list_part(page, index, min(run_end(page, index), end))
    piece = page.furniture(index)
    if piece and piece.role is Role.RELATED:
        page.drop(index, piece.reason)
        return None, drop_titles(page, index + 1, end)
    if piece or is_ornament(page.units[index].text):
        page.drop(index, piece.reason if piece else "a line of ornament")
        return None, index + 1
    return _text_part(page, index, end)


def _text_part(page: Page, index: int, end: int) -> tuple[_Part, int]:
    unit = page.units[index]
    after = index + 1
    while after < end and _same_paragraph(page, after):
        after += 1
    units = range(index, after)
    single = len(units) == 1
    if single and (unit.hashed or is_heading(unit.text) or is_reference_heading(unit.text)):
        return _Part(heading(unit.text), units, is_heading=True), after
    return _Part(paragraph(_texts(page, units)), units), after


def _same_paragraph(page: Page, index: int) -> bool:
    unit = page.units[index]
    plain = page.is_outer(index) and page.furniture(index) is None and index not in page.taken
    return plain and not unit.opens and not unit.hashed and not is_ornament(unit.text)


def _list_part(page: Page, index: int, end: int) -> tuple[_Part | None, int]:
    kept = [i for i in range(index, end) if i not in page.taken]
    for unit in [i for i in kept if _is_button(page, i)]:
        page.drop(unit, page.furniture(unit).reason)  # type: ignore[union-attr]
        kept.remove(unit)
    if not kept:
        return None, end
    first = page.units[kept[0]]
    if len(kept) == 1 and _is_numbered_heading(page, kept[0], end):
        return _Part(heading(first.full_text), range(kept[0], end), is_heading=True), end
    return _Part(list_html([page.units[i] for i in kept]), range(index, end)), end


def _is_button(page: Page, index: int) -> bool:
    """Say whether an item is furniture: sites set their buttons and tags as lists."""
    return page.units[index].marker is not None and page.furniture(index) is not None


def _is_numbered_heading(page: Page, index: int, end: int) -> bool:
    """Say whether a lone number with a short line is a heading: text follows it, not an item."""
    unit = page.units[index]
    numbered = unit.marker is not None and unit.marker.is_number and bool(unit.text)
    return numbered and is_heading(unit.text) and end < len(page.units) and page.is_paragraph(end)


def _texts(page: Page, units: range) -> list[str]:
    return [page.units[index].text for index in units]
