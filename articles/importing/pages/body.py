"""The text of the article, as trafilatura finds it.

It is asked twice: in balance, and once more to be strict. The second answer, and what the page
itself says its article is, tell what of the first one belongs to the page around the article.
"""

import logging
from copy import deepcopy

from lxml import etree, html

from articles.importing.late import Late
from articles.importing.pages.trees import no_article
from articles.importing.pages.weighing import cut_to, leave_out
from articles.importing.records import ParseError

bare_extraction = Late("trafilatura", "bare_extraction")

# It reports on every page what it tried; none of that is of use to who runs this site.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

# Elements that begin a paragraph. Its second opinions compare every paragraph with every other;
# beyond this many, four times as many as a long article has, there is none.
MAX_COMPARED = 3_000
_BLOCKS = ("p", "div", "li", "td", "th", "blockquote", "h2", "h3", "dd", "dt", "pre", "section",
           "article", "ul", "ol", "table", "tr", "form", "fieldset", "center", "br")  # fmt: skip
# Pieces of program text, which it looks for once for each of them.
MAX_CODES = 2_000


def find_body(tree: html.HtmlElement, described: str = "") -> etree._Element:
    """Give the article as a tree of trafilatura's own; the page's tree is used up.

    `described` is the text of the article as the page describes it for machines, or "".
    Raises ParseError where there is no article, or where the page breaks trafilatura.
    """
    if sum(1 for _ in tree.iter("code")) > MAX_CODES:
        etree.strip_tags(tree, "code")
    many = sum(1 for _ in tree.iter(*_BLOCKS)) > MAX_COMPARED
    strict = None if many else _strict(deepcopy(tree))
    body = _extract(tree, fast=many)
    if body is None:
        raise no_article()
    if strict is not None:
        leave_out(body, strict)
    return cut_to(body, described)


def _strict(tree: html.HtmlElement) -> etree._Element | None:
    try:
        return _extract(tree, fast=True, strict=True)
    except ParseError:  # it only advises; whether the page can be read, the other answer tells
        return None


def _extract(tree: html.HtmlElement, *, fast: bool, strict: bool = False) -> etree._Element | None:
    try:
        found = bare_extraction(
            tree, fast=fast, favor_precision=strict,
            include_comments=False, include_formatting=True, include_links=True,
            output_format="xml",  # the tree is wanted; else all of it would be written as text, too
        )  # fmt: skip
    except (RecursionError, MemoryError, ValueError, TypeError, LookupError, AttributeError,
            ArithmeticError, AssertionError, etree.LxmlError) as error:  # fmt: skip
        raise ParseError(
            "This page is built in a way that cannot be read; "
            "save the article alone as text and try again."
        ) from error
    return None if found is None or isinstance(found, dict) else found.body
