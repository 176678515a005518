"""The tree of a page, and the small questions that everybody asks of it."""

import re
from urllib.parse import urljoin

from lxml import etree, html

from articles.importing.records import ParseError
from common.urls import clean_address

_SPACES = re.compile(r"\s+")


def grow(text: str) -> html.HtmlElement:
    """Give the tree of a page. Raises ParseError where there is nothing in it."""
    # A new parser for each page: one that is shared keeps the errors of the page before.
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True,
        collect_ids=False, default_doctype=False,
    )  # fmt: skip
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise no_article() from error
    return tree


def no_article() -> ParseError:
    """Give the error for a page without anything to read."""
    return ParseError(
        "There is no article in this page; save the page of one article, with its text, and try again."
    )


def text_of(element: etree._Element) -> str:
    """Give the words in an element on one line."""
    parts = element.xpath(".//text()[not(ancestor::script or ancestor::style)]")
    return one_line("".join(parts))


def one_line(text: str) -> str:
    """Give a text on one line, without spaces at its ends."""
    return _SPACES.sub(" ", text).strip()


def classes(element: etree._Element) -> set[str]:
    """Give the classes of an element in small letters."""
    return set((element.get("class") or "").lower().split())


def base_of(tree: html.HtmlElement, address: str) -> str:
    """Give what the links of a page are relative to, or ""."""
    base = next((each.get("href") for each in tree.iter("base") if each.get("href")), "")
    return absolute(base, address) or address


def absolute(link: str | None, base: str) -> str:
    """Give a link as a web address that can be followed from anywhere, or ""."""
    link = (link or "").strip()
    if not link:
        return ""
    try:
        joined = urljoin(base, link)
    except ValueError:  # "http://[", a port that is none
        return ""
    found = clean_address(joined) or ""
    return found if found.startswith("http") else ""
