"""The top of a page: the title, and the facts in the short lines under it."""

import re
from dataclasses import dataclass
from datetime import datetime

from articles.importing.dates import read_moment
from articles.importing.plaintext.bylines import Byline, is_label, is_name, read_byline
from articles.importing.plaintext.furniture import Role
from articles.importing.plaintext.markers import is_ornament
from articles.importing.plaintext.page import UNSURE_DATE, Page
from articles.importing.plaintext.prose import (
    MAX_HEADING_CHARS,
    has_several_sentences,
    is_other_title,
)
from articles.importing.records import ParseError
from common.text import one_line

# The longest headline in the wild is about 200 characters.
MAX_TITLE_CHARS = 300
# An entry of a menu above the title: "Conditions and treatments".
MAX_MENU_CHARS = 40

# Facts stand in the first lines; a page with thirty short lines on top is no article's opening.
MAX_OPENING_UNITS = 30

_TITLE_LABEL = re.compile(r"^(?:title|headline):\s+(?=\S)", re.IGNORECASE)
_FULL_STOPS = (".", "。", "।", ".”", '."', "…")
_SITE_NAME_BEHIND = "|-–—•·"


@dataclass
class Opening:
    """The title and what the lines under it say; `start` is the first unit behind the title."""

    title: str
    start: int
    author: str = ""
    standfirst: str = ""
    published_at: datetime | None = None
    updated_at: datetime | None = None


def read_opening(page: Page) -> Opening:
    """Read the title and the facts below it, marking their lines as read.

    The facts end at the second paragraph: a byline may stand under the first one, hardly deeper.
    Raises ParseError when the document does not begin with a title.
    """
    index = _find_title(page)
    opening = Opening(title=_title(page, index), start=index + 1)
    _take_early_date(page, index, opening)
    page.recognise(index, "title")
    _read_facts(page, opening)
    return opening


def _find_title(page: Page) -> int:
    for index, unit in enumerate(page.units):
        if is_ornament(unit.text) and not unit.marker:
            page.drop(index, "a line of ornament")
        elif unit.marker and not unit.marker.is_number and _is_menu(unit.text):
            page.drop(index, "navigation of the site")
        elif (piece := page.furniture(index)) and piece.role in (Role.LINE, Role.PROMO):
            page.drop(index, piece.reason)
        elif read_moment(unit.text) is None:
            return index
    raise ParseError(
        "There is no article here, only parts of a web page; "
        "save the page again and put its title on the first line."
    )


def _is_menu(text: str) -> bool:
    return len(text) <= MAX_MENU_CHARS and is_other_title(text)


def _title(page: Page, index: int) -> str:
    unit = page.units[index]
    if unit.marker:
        raise _no_title("begins with a list", unit.number)
    # Some letters become two when they are stored.
    if max(len(unit.text), len(one_line(unit.text))) > MAX_TITLE_CHARS:
        raise _no_title(
            f"begins with more than {MAX_TITLE_CHARS} characters without a break", unit.number
        )
    if not unit.hashed and _is_paragraph(unit.text):
        raise _no_title("begins with a paragraph", unit.number)
    return _TITLE_LABEL.sub("", unit.text)


def _is_paragraph(text: str) -> bool:
    """Say whether a line with a full stop is too much for a title; one short sentence is not."""
    if not text.endswith(_FULL_STOPS):
        return False
    return len(text) > MAX_HEADING_CHARS or has_several_sentences(text)


def _no_title(what: str, line: int) -> ParseError:
    return ParseError(
        f"The document {what} instead of a title; put the title on the first line "
        "with a blank line below it.",
        line,
    )


def _take_early_date(page: Page, title: int, opening: Opening) -> None:
    for index in range(title):
        moment = read_moment(page.units[index].text)
        if index not in page.taken and moment:
            opening.published_at = opening.published_at or moment
            page.recognise(index, "date")


def _read_facts(page: Page, opening: Opening) -> None:
    paragraphs, last = 0, min(len(page.units), opening.start + MAX_OPENING_UNITS)
    for index in range(opening.start, last):
        if page.units[index].marker or paragraphs == 2:
            return
        if not _read_fact(page, index, opening):
            paragraphs += page.is_paragraph(index)


def _read_fact(page: Page, index: int, opening: Opening) -> bool:
    """Read one line under the title, or with a bare label two; say whether it was a fact."""
    if index in page.taken:
        return True
    text = page.units[index].text
    if _is_title_again(text, opening.title):
        page.drop(index, "the title again")
        opening.title = text if len(text) < len(opening.title) else opening.title
        return True
    if is_label(text):
        return _read_labelled(page, index, opening)
    byline = read_byline(text)
    if byline:
        _keep(page, index, byline, opening)
    return byline is not None


def _is_title_again(text: str, title: str) -> bool:
    """Say whether a line repeats the title, perhaps without the name of the site behind it."""
    if text.casefold() == title.casefold():
        return True
    behind = title[len(text) :].lstrip()
    return title.startswith(text) and len(text.split()) > 2 and behind[0] in _SITE_NAME_BEHIND


def _read_labelled(page: Page, index: int, opening: Opening) -> bool:
    if index + 1 >= len(page.units) or page.units[index + 1].marker:
        return False
    label, value = page.units[index].text, page.units[index + 1].text
    if label.lower().startswith("summary"):
        return _keep_standfirst(page, index, opening)
    byline = read_byline(f"{label} {value}")
    if byline is None or (byline.author and not is_name(value)):
        return False
    page.recognise(index, "label")
    _keep(page, index + 1, byline, opening)
    return True


def _keep_standfirst(page: Page, index: int, opening: Opening) -> bool:
    if not page.is_paragraph(index + 1) or opening.standfirst:
        return False
    opening.standfirst = page.units[index + 1].text
    page.recognise(index, "label")
    page.recognise(index + 1, "standfirst")
    return True


def _keep(page: Page, index: int, byline: Byline, opening: Opening) -> None:
    """Keep what a line says; what was said before stays."""
    if byline.unsure and not (byline.author or byline.published_at or byline.updated_at):
        page.drop(index, UNSURE_DATE)
        return
    opening.author = opening.author or byline.author
    opening.published_at = opening.published_at or byline.published_at
    opening.updated_at = opening.updated_at or byline.updated_at
    page.recognise(index, _meaning(byline))


def _meaning(byline: Byline) -> str:
    dated = byline.published_at or byline.updated_at
    return "author and date" if byline.author and dated else "author" if byline.author else "date"
