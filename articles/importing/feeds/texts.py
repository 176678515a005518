"""The text of an entry as HTML with links that lead somewhere, and its title as plain words."""

import re
from html import escape, unescape

from lxml import etree, html

from articles.importing.feeds.limits import MAX_ENTRY_CHARS
from articles.importing.pages.taming import tame
from articles.importing.pages.trees import absolute
from articles.importing.records import ParseError
from common.html import html_to_text
from common.text import one_line

_LINES = re.compile(r"\n\s*\n")
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\w{1,8}|[a-z]\w{1,30});", re.IGNORECASE)
_NO_TEXT = ("script", "style", "iframe", "object", "embed", "form", "noscript")


def as_html(text: str, kind: str, base: str) -> str:
    """Give the HTML of a text of this type ("text/plain" or one of HTML), links made absolute.

    Raises ParseError for one of more than `MAX_ENTRY_CHARS`.
    """
    if len(text) > MAX_ENTRY_CHARS:
        raise ParseError(
            f"One entry of this feed has more than {MAX_ENTRY_CHARS:,} characters; "
            "take it out and try again."
        )
    if not text.strip():
        return ""
    if kind == "text/plain" or not (_TAG.search(text) or _REFERENCE.search(text)):
        return _paragraphs(text)
    return _with_whole_links(text, base)


def as_words(text: str, *, is_plain: bool = False) -> str:
    """Give a title without markup on one line; `is_plain` text is taken as it stands.

    Titles are often escaped twice ("AT&amp;amp;T").
    """
    if is_plain:
        return one_line(text)
    plain = html_to_text(text) if "<" in text or "&" in text else text
    return one_line(unescape(plain) if _REFERENCE.search(plain) else plain)


def _paragraphs(text: str) -> str:
    parts = (escape(part.strip(), quote=False) for part in _LINES.split(text) if part.strip())
    return "\n".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in parts)


def _with_whole_links(text: str, base: str) -> str:
    try:
        tree = html.fragment_fromstring(tame(text), create_parent="div")
    except (ParseError, etree.LxmlError, ValueError, AssertionError):
        # Too much markup for one entry: its words are kept.
        return _paragraphs(html_to_text(text))
    for element in list(tree.iter(*_NO_TEXT)):
        element.drop_tree()
    for link in tree.iter("a"):
        whole = absolute(link.get("href"), base)
        if whole:
            link.set("href", whole)
    written: str = etree.tostring(tree, encoding="unicode", method="html")
    return written.strip().removeprefix("<div>").removesuffix("</div>").strip()
