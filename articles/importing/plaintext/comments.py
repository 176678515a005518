"""Readers' comments behind an article: numbered items, with replies indented under them.

The form is read from the page as a whole by `threads.Outline`; here the units are given to the
comments they belong to. The words of a comment are kept as they are; left out are only the
buttons a site sets under each ("Reply"), and what stands outside of the list.
"""

from dataclasses import dataclass, field

from articles.importing.dates import looks_like_date
from articles.importing.plaintext.furniture import Role, is_widget
from articles.importing.plaintext.headers import has_head
from articles.importing.plaintext.markers import is_ornament
from articles.importing.plaintext.page import Page
from articles.importing.plaintext.prose import ends_like_sentence
from articles.importing.plaintext.threads import Outline
from articles.importing.plaintext.titles import drop_titles

# Deeper replies are set on this level. No board nests deeper, and a reply's id, which names the
# way to it ("1.1.1"), stays short enough to be stored.
MAX_REPLY_DEPTH = 50
# A bullet behind the last comment is a reply only when it says as much as a short sentence.
REPLY_WORDS = 5

_OUTSIDE = "text behind the article that is not a numbered comment"
_OTHER_LIST = "a list behind the article that is not of comments"


@dataclass(eq=False)
class Node:
    """One item of the list: where it hangs and the lines, block by block, that are its text."""

    unit: int
    indent: int
    parent: "Node | None" = None
    blocks: list[list[tuple[int, str]]] = field(default_factory=list)

    def add(self, index: int, text: str, *, opens: bool) -> None:
        """Add a line, in a block of its own when it opens one."""
        if text and (opens or not self.blocks):
            self.blocks.append([(index, text)])
        elif text:
            self.blocks[-1].append((index, text))


def read_nodes(page: Page, start: int, outline: Outline) -> list[Node]:
    """Give the items behind the article that are comments, parents before their replies."""
    return _Walk(page, start, outline).nodes


class _Walk:
    """One pass over the units behind the article."""

    def __init__(self, page: Page, start: int, outline: Outline) -> None:
        self.page, self.outline = page, outline
        self.nodes: list[Node] = []
        self.open: list[Node] = []  # from the comment at the margin to the reply being read
        self.current: Node | None = None
        self.section: Role | None = None
        self.lazy = False  # paragraphs of comments are not indented on this page
        self.after_button = False
        self.text_item = -1  # the last item that was taken for text
        index = start
        while index < len(page.units):
            index = self._read(index)

    def _read(self, index: int) -> int:
        """Read one unit and give the index of the next."""
        if index in self.page.taken:
            return index + 1
        if self.page.units[index].marker:
            self._read_item(index)
        elif self.current and self._belongs(index):
            self._read_text(index, self.current)
        else:
            return self._leave(index)
        return index + 1

    def _belongs(self, index: int) -> bool:
        """Say whether a unit that is no item is part of the comment being read."""
        if self.page.under[index]:
            return True
        if is_widget(self.page.units[index].text):
            return True
        if self.page.furniture(index) or is_ornament(self.page.units[index].text):
            return False
        self.lazy = self.lazy or self.outline.more_ahead[index] or self._waits_for_text()
        return self.lazy

    def _waits_for_text(self) -> bool:
        """Say whether the comment being read has nothing yet but perhaps its head."""
        if self.current is None:
            return False
        lines = [text for block in self.current.blocks for _, text in block]
        return not lines or (
            self._has_head(self.current.unit) and all(map(looks_like_date, lines[1:]))
        )

    def _read_text(self, index: int, current: Node) -> None:
        unit = self.page.units[index]
        if is_widget(unit.text) and current.blocks and self._ends_item(index):
            self.page.drop(index, "a button of the comment's page")
            self.after_button = True
            return
        target = current
        if unit.opens and unit.indent > self.outline.margin:
            deeper = [node for node in self.open if node.indent < unit.indent]
            target = deeper[-1] if deeper else current
        target.add(index, unit.text, opens=unit.opens or target is not current)
        self.current, self.after_button = target, False

    def _ends_item(self, index: int) -> bool:
        following = index + 1
        if following == len(self.page.units):
            return True
        unit = self.page.units[following]
        outside = self.page.is_outer(following) and not self.outline.more_ahead[index]
        return unit.marker is not None or is_widget(unit.text) or outside

    def _leave(self, index: int) -> int:
        """Drop a unit outside of the comments; titles of other articles go with their heading."""
        self.open, self.current, self.after_button = [], None, False
        piece = self.page.furniture(index)
        ornament = is_ornament(self.page.units[index].text)
        reason = piece.reason if piece else "a line of ornament" if ornament else _OUTSIDE
        self.page.drop(index, reason)
        if piece is None or piece.role in (Role.LINE, Role.PROMO):
            return index + 1
        self.section = piece.role
        if piece.role in (Role.TITLES, Role.RELATED):
            return drop_titles(self.page, index + 1, len(self.page.units))
        return index + 1

    def _read_item(self, index: int) -> None:
        if self.section is Role.PINGBACKS:
            self.page.drop(index, "a note from another site")
        elif index in self.outline.tops or self._is_bulleted_top(index):
            self._begin(index, None)
        elif not self.open:
            self._read_stray(index)
        elif self._is_outside(index):
            self._drop_list_item(index)
        elif self._is_reply(index):
            self._begin(index, self._parent(index))
        else:
            self._read_own_item(index)
        self.after_button = False

    def _is_bulleted_top(self, index: int) -> bool:
        """Say whether a bullet is a comment: in a list without numbers under "Comments"."""
        if self.outline.has_numbers or not self.outline.is_shallow(index):
            return False
        if self._has_head(index):
            return True
        listed = bool(self.open) or self.section is Role.COMMENTS
        return listed and not self.page.furniture(index) and self._says_something(index)

    def _has_head(self, index: int) -> bool:
        return has_head(self.page.first_lines(index))

    def _says_something(self, index: int) -> bool:
        """Say whether an item says as much as people do, or is in a list where they did."""
        lines = self.page.first_lines(index)
        spoken = any(ends_like_sentence(x) or len(x.split()) >= REPLY_WORDS for x in lines)
        return spoken or (bool(self.open) and not self.outline.has_numbers)

    def _read_stray(self, index: int) -> None:
        """Read an item whose comment was not saved: it stands at the top, as do its neighbours."""
        deep = self.outline.has_numbers and not self.outline.is_shallow(index)
        if deep and self.section in (Role.COMMENTS, Role.FORM):
            self._begin(index, None)
        else:
            self._drop_list_item(index)

    def _drop_list_item(self, index: int) -> None:
        self.open, self.current = [], None
        self.page.drop(index, _OTHER_LIST)

    def _is_outside(self, index: int) -> bool:
        """Say whether an item at the margin, behind the last comment, is of another list."""
        marker = self.page.units[index].marker
        if marker is None or marker.is_number or not self._at_margin(index):
            return False
        if self.outline.more_ahead[index]:
            return False
        if self.outline.margin > 0 or self.page.furniture(index):
            return True
        return not self._says_something(index)

    def _at_margin(self, index: int) -> bool:
        return self.page.units[index].indent <= self.outline.margin

    def _is_reply(self, index: int) -> bool:
        unit = self.page.units[index]
        if self._has_head(index) or self.after_button:
            return True
        glued = not unit.opens
        if self.outline.named or (glued and self.text_item == index - 1):
            return False
        if glued and self.page.units[index - 1].text.endswith(":"):
            return False
        if unit.marker is None or not unit.marker.is_number:
            return True
        deep = not self.outline.is_shallow(index)
        return deep and (unit.opens or self._follows_reply(index, unit.marker.value))

    def _follows_reply(self, index: int, value: int) -> bool:
        """Say whether a number goes on from a reply with the number before, equally indented."""
        for node in self.open[1:]:
            before = self.page.units[node.unit]
            if before.indent == self.page.units[index].indent and before.marker:
                return before.marker.value == value - 1
        return False

    def _parent(self, index: int) -> Node | None:
        """Give the comment that a reply answers: the innermost that is indented less."""
        indent = self.page.units[index].indent
        first = self.open[0]
        if (
            first.unit not in self.outline.tops
            and indent <= first.indent
            and self.outline.has_numbers
        ):
            return None
        while len(self.open) > 1 and (
            self.open[-1].indent >= indent or len(self.open) > MAX_REPLY_DEPTH
        ):
            self.open.pop()
        return self.open[-1]

    def _begin(self, index: int, parent: Node | None) -> None:
        unit = self.page.units[index]
        node = Node(index, unit.indent, parent)
        node.add(index, unit.text, opens=True)
        self.open = [node] if parent is None else [*self.open, node]
        self.nodes.append(node)
        self.current = node

    def _read_own_item(self, index: int) -> None:
        """Take an item for a line of somebody's words, with its number or bullet."""
        unit = self.page.units[index]
        if self.current:
            self.current.add(index, unit.full_text, opens=unit.opens)
        self.text_item = index
