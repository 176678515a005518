"""Where the article stops and what the site puts behind it begins.

The article ends at the first of these:

1. a heading of comments, a comment form, or a list of other articles ("You might also like").
   Not when it is a link to them above the text: at most one paragraph before it, two and more
   after it;
2. "Related stories" with no two paragraphs in a row after it, else it is a box in the article;
3. a run of numbered items that are readers' comments, see `_are_comments`;
4. the end of the document.
"""

import re
from typing import NamedTuple

from articles.importing.plaintext.furniture import ENDINGS, Role, is_reference_heading
from articles.importing.plaintext.headers import has_head
from articles.importing.plaintext.page import Page
from articles.importing.plaintext.prose import is_heading, is_other_title

# A link to the comments stands above the text: after a standfirst at most, with text below it.
LINK_BEFORE, LINK_AFTER = 1, 2
# After a newsletter line and comments there may follow this much unknown prose of the site.
SITE_PROSE = 2

_SPOKEN = re.compile(
    r"\b(?:i|i['’]m|i['’]ve|my|me|mine|myself|thanks?|thank you)\b|[!?]|\.\.|…", re.IGNORECASE
)


class _Seen(NamedTuple):
    """What stands in the article before a run of items."""

    start: int
    paragraphs: int
    numbers: bool


def find_ending(page: Page, start: int) -> int:
    """Give the index of the first unit that is no longer the article's."""
    paragraphs, index, numbered_before = 0, start, False
    while index < len(page.units):
        if page.units[index].marker:
            after = run_end(page, index)
            seen = _Seen(start, paragraphs, numbered_before)
            if _are_comments(page, seen, index, after):
                return index
            numbered_before = numbered_before or _first_number(page, index, after) is not None
            index = after
            continue
        if _ends(page, index, paragraphs):
            return index
        paragraphs += page.is_paragraph(index) and page.units[index].opens
        index += 1
    return len(page.units)


def run_end(page: Page, begin: int) -> int:
    """Give the index after a run of items and what belongs to them.

    Numbers that stand no deeper than the bullets before them begin another run.
    """
    first, index = page.units[begin], begin + 1
    while index < len(page.units) and not page.is_outer(index):
        shallow = page.units[index].indent <= first.indent
        if shallow and _is_number(page, index) and not _is_number(page, begin):
            break
        index += 1
    return index


def _ends(page: Page, index: int, paragraphs: int) -> bool:
    role = page.role(index)
    if role is Role.RELATED:
        return not page.pair_ahead[index + 1] and paragraphs > 0
    if role not in ENDINGS:
        return False
    ahead = page.prose_ahead[page.next_text[index]]
    is_link = paragraphs <= LINK_BEFORE and ahead >= LINK_AFTER
    return not is_link


def _first_number(page: Page, start: int, end: int) -> int | None:
    return next((i for i in range(start, end) if _is_number(page, i)), None)


def _is_number(page: Page, index: int) -> bool:
    marker = page.units[index].marker
    return marker is not None and marker.is_number


def _are_comments(page: Page, seen: _Seen, begin: int, end: int) -> bool:
    """Judge a run of items before any heading of comments.

    Comments when the first names its author; when a newsletter or sharing line parts them from
    the article and hardly any prose follows; or when no paragraph of the article follows at all.
    The article's own list when references or a line ending in ":" announce it, when a heading
    of comments comes after it, when it continues the numbers of an earlier list, or when it
    stands right under a sub-heading and does not speak as people do.
    """
    before, parted, listed = _before(page, seen.start, begin)
    if before is not None and is_reference_heading(page.units[before].text):
        return False
    if has_head(page.first_lines(begin)):
        return True
    if _first_number(page, begin, end) != begin:
        return False
    if (listed and _are_titles(page, begin, end)) or _goes_on(page, seen, begin):
        return False
    if _next_role(page, end) is Role.COMMENTS:
        return False
    if parted:
        return page.prose_ahead[end] <= SITE_PROSE
    return page.prose_ahead[end] == 0 and not _is_announced(page, seen, before, begin, end)


def _is_announced(page: Page, seen: _Seen, before: int | None, begin: int, end: int) -> bool:
    """Say whether the line before a run announces a list of the article's own."""
    if before is None:
        return False
    text = page.units[before].text
    if text.endswith((":", "：")):
        return True
    headed = before == begin - 1 and is_heading(text) and seen.paragraphs > 0
    return headed and not _speaks_as_reader(page, begin, end)


def _are_titles(page: Page, begin: int, end: int) -> bool:
    return all(is_other_title(page.units[index].text) for index in range(begin, end))


def _goes_on(page: Page, seen: _Seen, begin: int) -> bool:
    """Say whether a run takes up the numbers of an earlier list, as headings with numbers do."""
    marker = page.units[begin].marker
    return seen.numbers and marker is not None and marker.value > 1


def _before(page: Page, start: int, begin: int) -> tuple[int | None, bool, bool]:
    """Look back over furniture: the unit before, whether a site's line parts, a list heading."""
    parted = listed = False
    for index in range(begin - 1, start - 1, -1):
        piece = None if page.under[index] else page.furniture(index)
        role = piece.role if piece else None
        if role is None and index not in page.taken:
            return index, parted, listed
        parted = parted or role is Role.PROMO
        listed = listed or role is Role.RELATED
    return None, parted, listed


def _next_role(page: Page, index: int) -> Role | None:
    """Give the role of the next furniture that means something, if nothing else comes before it."""
    while index < len(page.units):
        role = page.role(index)
        if role is None or role in ENDINGS:
            return role
        index += 1
    return None


def _speaks_as_reader(page: Page, begin: int, end: int) -> bool:
    """Say whether half of the items speak as people do, or any is answered with a bullet."""
    items = [page.units[index] for index in range(begin, end) if page.units[index].marker]
    numbers = [item for item in items if item.marker and item.marker.is_number]
    speaking = sum(bool(_SPOKEN.search(item.text)) for item in numbers)
    return 2 * speaking >= len(numbers) or len(items) > len(numbers)
