"""Which items of a list of comments are comments of their own, and which are replies.

Numbers at the margin of the list are comments, in sequence; bullets and numbers indented under
one are replies to it, and those indented deeper are replies to the reply. Not replies but
somebody's own words are: numbers out of sequence, numbers and bullets glued to the line before
when that line ends in ":", numbers glued to any line, and, where every comment names its author,
items that name none.
"""

from articles.importing.plaintext.furniture import ENDINGS, Role, is_widget
from articles.importing.plaintext.headers import has_head, is_stamped
from articles.importing.plaintext.page import Page

# "10." may be set one column further out than "9.".
NUMBER_SLACK = 1


class Outline:
    """What is known of the lists behind the article before they are read item by item."""

    def __init__(self, page: Page, start: int) -> None:
        self.page = page
        items = [i for i in range(start, len(page.units)) if page.units[i].marker]
        numbers = [i for i in items if _value(page, i)]
        self.has_numbers = bool(numbers)
        self.margin = min((page.units[i].indent for i in numbers or items), default=0)
        self.tops = _tops(page, [i for i in numbers if self.is_shallow(i)], _sections(page, start))
        self.named, self.stamped = self._forms()
        self.more_ahead = _more_ahead(page, self.tops, start)

    def is_shallow(self, index: int) -> bool:
        """Say whether a unit stands at the margin of the list."""
        return self.page.units[index].indent <= self.margin + NUMBER_SLACK

    def _forms(self) -> tuple[bool, bool]:
        """Say whether every comment names its author, and whether by a name and a stamped date."""
        heads = [
            self.page.first_lines(i) for i in sorted(self.tops) if not is_pingback(self.page, i)
        ]
        stamped = len(heads) > 1 and all(is_stamped(head) for head in heads)
        named = bool(heads) and all(has_head(head) for head in heads)
        return named or stamped, stamped


def is_pingback(page: Page, index: int) -> bool:
    """Say whether an item is the note of another site that links here."""
    return page.units[index].text.lower().startswith(("pingback:", "trackback:"))


def _value(page: Page, index: int) -> int:
    marker = page.units[index].marker
    return marker.value if marker and marker.is_number else 0


def _sections(page: Page, start: int) -> dict[int, int]:
    """Number the stretches between headings of the site; lists begin anew behind each."""
    sections, section = {}, 0
    for index in range(start, len(page.units)):
        role = page.role(index)
        section += role in ENDINGS or role is Role.RELATED
        sections[index] = section
    return sections


def _tops(page: Page, numbers: list[int], sections: dict[int, int]) -> set[int]:
    """Choose the numbers at the margin that are comments: those in sequence.

    In a list with blank lines between the comments a number in the middle of a block is text.
    Where all numbers are the same, as some programs write them, all are comments.
    """
    loose = [i for i in numbers if _is_loose(page, i)]
    chosen = loose if len(loose) > 1 else numbers
    same = len({_value(page, i) for i in chosen}) == 1
    tops: set[int] = set()
    last, section = 0, -1
    for index in chosen:
        value = _value(page, index)
        fits = value == last + 1 or (value > last and page.units[index].opens)
        if same or fits or sections[index] != section:
            tops.add(index)
            last, section = value, sections[index]
    return tops


def _is_loose(page: Page, index: int) -> bool:
    unit = page.units[index]
    return unit.opens or page.units[index - 1].indent > unit.indent


def _more_ahead(page: Page, tops: set[int], start: int) -> dict[int, bool]:
    """Say for each unit whether a comment follows before the site's furniture does.

    Buttons under comments ("Reply") are no such furniture.
    """
    ahead, more = {}, False
    for index in range(len(page.units) - 1, start - 1, -1):
        ahead[index] = more
        if index in tops:
            more = True
        elif page.is_outer(index) and page.furniture(index):
            more = more and is_widget(page.units[index].text)
    return ahead
