"""The readers' comments of a page, from where it has most of them."""

from lxml import html

from articles.importing.pages.comments.described import read_described
from articles.importing.pages.comments.marked_up import read_marked_up
from articles.importing.pages.structured import Node
from articles.importing.records import ParsedComment


def read_comments(tree: html.HtmlElement, article: Node, base: str) -> list[ParsedComment]:
    """Give the comments, parents before their replies; the tree stays as it is."""
    marked_up = read_marked_up(tree, base)
    described = read_described(article)
    return described if len(described) > len(marked_up) else marked_up
