"""Lists of other articles' titles, behind "Related stories" and "You might also like..."."""

from articles.importing.plaintext.ending import run_end
from articles.importing.plaintext.furniture import ENDINGS
from articles.importing.plaintext.page import Page
from articles.importing.plaintext.prose import is_other_title

_REASON = "the title of another article"


def drop_titles(page: Page, index: int, end: int) -> int:
    """Drop the titles that follow and give the index behind them.

    A list is of one kind, items or bare lines, whichever comes first. A bare line right above a
    paragraph is a sub-heading of the article, unless it is the first: that is what the box shows.
    """
    if index < end and page.units[index].marker:
        return _drop_items(page, index, end)
    first = index
    while index < end and _is_bare_title(page, index, end, is_first=index == first):
        _drop(page, index)
        index += 1
    return index


def _drop_items(page: Page, index: int, end: int) -> int:
    after = min(run_end(page, index), end)
    if not all(is_other_title(page.units[i].text) for i in range(index, after)):
        return index
    for unit in range(index, after):
        _drop(page, unit)
    return after


def _is_bare_title(page: Page, index: int, end: int, *, is_first: bool) -> bool:
    unit = page.units[index]
    if not page.is_outer(index) or page.role(index) in ENDINGS or not is_other_title(unit.text):
        return False
    if page.is_paragraph(index) and not is_first and not unit.text.endswith(("?", "…", "...")):
        return False
    return is_first or not unit.opens or not _above_paragraph(page, index, end)


def _above_paragraph(page: Page, index: int, end: int) -> bool:
    return index + 1 < end and page.is_paragraph(index + 1) and page.units[index + 1].opens


def _drop(page: Page, index: int) -> None:
    if index not in page.taken:
        page.drop(index, _REASON)
