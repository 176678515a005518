"""Comments from the JSON-LD of a page, where they stand in the article they belong to."""

from collections.abc import Iterator
from html import escape

from lxml import etree, html

from articles.importing.pages.moments import moment_of
from articles.importing.pages.snippets import render_piece
from articles.importing.pages.structured import Node, as_list, types, words
from articles.importing.records import ParsedComment

_KINDS = frozenset({"Comment", "UserComments", "Answer"})
_NAMES = ("comment", "comments", "suggestedAnswer", "acceptedAnswer")


def read_described(article: Node) -> list[ParsedComment]:
    """Give the comments in the article's description, parents before their replies."""
    comments: list[ParsedComment] = []
    waiting: list[tuple[Node, str | None]] = []
    waiting += [(each, None) for each in _inner(article)][::-1]
    while waiting:
        node, parent = waiting.pop()
        comment = _comment(node, parent, len(comments) + 1)
        if comment:
            comments.append(comment)
        below = comment.external_id if comment else parent
        waiting += [(each, below) for each in _inner(node)][::-1]
    return comments


def _inner(node: Node) -> Iterator[Node]:
    for name in _NAMES:
        for each in as_list(node.get(name)):
            if isinstance(each, dict) and not _KINDS.isdisjoint(types(each)):
                yield each


def _comment(node: Node, parent: str | None, number: int) -> ParsedComment | None:
    text = _html(words(node.get("text") or node.get("commentText")))
    if not text:
        return None
    return ParsedComment(
        external_id=f"n{number}",
        parent_id=parent,
        author_name=words(node.get("author") or node.get("creator")),
        body_html=text,
        created_at=moment_of(
            words(node.get("dateCreated") or node.get("datePublished") or node.get("commentTime"))
        ),
    )


def _html(text: str) -> str:
    if "<" not in text:
        return "".join(
            f"<p>{escape(part.strip(), quote=False)}</p>"
            for part in text.split("\n")
            if part.strip()
        )
    try:
        return render_piece(html.fragment_fromstring(text, create_parent="div"), "")
    except (etree.LxmlError, ValueError):
        return f"<p>{escape(text, quote=False)}</p>"
