"""Comments as records: name and date from their heads, ids from their places, words as they are."""

from articles.importing.plaintext.comments import Node, read_nodes
from articles.importing.plaintext.headers import Head, read_head
from articles.importing.plaintext.page import UNSURE_DATE, Page
from articles.importing.plaintext.rendering import paragraphs
from articles.importing.plaintext.threads import Outline, is_pingback
from articles.importing.records import ParsedComment, ParseError

# About ten pages. The longest comments known have two; more is a wrongly read document.
MAX_COMMENT_CHARS = 30_000
# Twice the longest thread that is known of any site.
MAX_COMMENTS = 20_000


def read_comments(page: Page, start: int) -> list[ParsedComment]:
    """Give the comments behind the article, parents before their replies.

    Raises ParseError when there are more, or longer ones, than any page has.
    """
    outline = Outline(page, start)
    nodes = read_nodes(page, start, outline)
    if len(nodes) > MAX_COMMENTS:
        raise ParseError(
            f"There are more than {MAX_COMMENTS:,} comments; "
            "save the article with fewer of them and try again.",
            page.units[nodes[MAX_COMMENTS].unit].number,
        )
    return _Records(page, stamped=outline.stamped).of(nodes)


class _Records:
    """Turns nodes into records; a place among its kept neighbours makes a comment's id."""

    def __init__(self, page: Page, *, stamped: bool) -> None:
        self.page, self.stamped = page, stamped
        self.ids: dict[Node, str | None] = {}  # of a node left out: the id its replies hang on
        self.children: dict[str | None, int] = {}

    def of(self, nodes: list[Node]) -> list[ParsedComment]:
        """Give the records of the nodes that are comments."""
        return [record for node in nodes if (record := self._record(node))]

    def _record(self, node: Node) -> ParsedComment | None:
        parent = self.ids[node.parent] if node.parent else None
        head = self._take_head(node)
        if is_pingback(self.page, node.unit) or not node.blocks:
            self._leave_out(node, named=head is not None)
            self.ids[node] = parent
            return None
        place = self.children[parent] = self.children.get(parent, 0) + 1
        own = self.ids[node] = f"{parent}.{place}" if parent else str(place)
        return ParsedComment(
            external_id=own,
            parent_id=parent,
            author_name=head.name if head else "",
            created_at=head.created_at if head else None,
            body_html=self._body(node),
            line=self.page.units[node.unit].number,
        )

    def _take_head(self, node: Node) -> Head | None:
        """Read the head of a comment and take its lines out of the text."""
        lines = [(block, line) for block in node.blocks for line in block]
        head = read_head([text for _, (_, text) in lines[:2]], stamped=self.stamped)
        for place, (block, line) in enumerate(lines[: head.lines if head else 0]):
            block.remove(line)
            if place and head and head.unsure:
                self.page.drop(line[0], UNSURE_DATE)
            else:
                self.page.recognise(line[0], "author and date of a comment")
        node.blocks = [block for block in node.blocks if block]
        return head

    def _leave_out(self, node: Node, *, named: bool) -> None:
        what = "a note from another site" if node.blocks else "a comment without words"
        for index in [index for block in node.blocks for index, _ in block]:
            self.page.drop(index, what)
        if not node.blocks and not named:
            self.page.drop(node.unit, what)

    def _body(self, node: Node) -> str:
        blocks = [[text for _, text in block] for block in node.blocks]
        if sum(len(text) for block in blocks for text in block) > MAX_COMMENT_CHARS:
            raise ParseError(
                f"The comment that begins here has more than {MAX_COMMENT_CHARS:,} characters; "
                "shorten it or take it out and try again.",
                self.page.units[node.unit].number,
            )
        return paragraphs(blocks)
