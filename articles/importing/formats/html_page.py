"""A web page as saved from a browser or fetched: one article and the readers' comments below it."""

import re

from lxml import html

from articles.importing.pages import about
from articles.importing.pages.blocks import key
from articles.importing.pages.body import find_body
from articles.importing.pages.comments.finding import remove_comments
from articles.importing.pages.comments.reading import read_comments
from articles.importing.pages.encodings import decode
from articles.importing.pages.metas import read_metas
from articles.importing.pages.moments import published_at, updated_at
from articles.importing.pages.rendering import render
from articles.importing.pages.structured import article_of, read_nodes, words
from articles.importing.pages.taming import tame
from articles.importing.pages.trees import base_of, grow, no_article
from articles.importing.pages.trimming import trim
from articles.importing.plaintext.decoding import too_large
from articles.importing.records import ParsedArticle, ParseError
from common.html import html_to_text
from common.text import excerpt
from common.urls import host_of

NAME = "html"
EXTENSIONS = (".html", ".htm", ".xhtml")
# A page with all its pictures in it has more; the text alone has a tenth.
MAX_BYTES = 5 * 1024 * 1024
# In characters, of an article without a title: its first words stand for it.
TITLE_OF_WORDS = 80
# In letters, by which a description is known in the text: search engines show 150.
COMPARED = 60

_HEAD_BYTES = 16_384
_ASIDE = re.compile(r"(?:\s+|<!--.*?-->|<\?.*?>)*", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta)(?=[\s/>])", re.IGNORECASE)
# What a part of a page begins with; texts with a little markup in them do so, too.
_PART = re.compile(
    r"<(?:link|script|style|base|article|main|header|section|div|table|h1|h2|p|center|font|span)(?=[\s/>])",
    re.IGNORECASE,
)
_TEXTS = (".txt", ".md", ".markdown", ".rst")


def detect(data: bytes, filename: str) -> bool:
    """Say whether the document is a web page, or a part of one, by how it begins."""
    head = decode(data[:_HEAD_BYTES])
    aside = _ASIDE.match(head)
    begin = aside.end() if aside else 0
    if _PAGE.match(head, begin):
        return True
    return not filename.lower().endswith(_TEXTS) and _PART.match(head, begin) is not None


def parse(data: bytes, *, address: str | None = None) -> list[ParsedArticle]:
    """Give the one article of a page with its comments.

    `address` is where the page was found. Raises ParseError for what holds no article, or is
    too large or too deeply nested to be read.
    """
    if len(data) > MAX_BYTES:
        raise ParseError(too_large(MAX_BYTES))
    tree = grow(tame(decode(data)))
    return [_article(tree, address or "")]


def _article(tree: html.HtmlElement, address: str) -> ParsedArticle:
    metas, said = read_metas(tree), article_of(read_nodes(tree))
    url = about.address_of(tree, metas, address)
    base = base_of(tree, url)
    title = about.title_of(tree, metas, said)
    author = about.author_of(tree, metas, said)
    standfirst = about.standfirst_of(tree, metas, said, title)
    comments = read_comments(tree, said, base)
    remove_comments(tree)
    published = published_at(tree, metas, said)
    updated = updated_at(tree, metas, said, published)
    body = find_body(tree, words(said.get("articleBody")))
    trim(body, title, author, host_of(base))
    body_html = render(body, base)
    beginning = excerpt(html_to_text(body_html), TITLE_OF_WORDS)
    if not beginning:  # nothing, or nothing that can be seen
        raise no_article()
    return ParsedArticle(
        title=title or beginning,
        body_html=body_html,
        standfirst="" if _repeats(standfirst, body_html) else standfirst,
        author=author,
        source_name=about.site_of(metas, said, url),
        source_url=url,
        published_at=published,
        updated_at=updated,
        topics=about.topics_of(metas, said),
        lead_image=about.image_of(metas, said, base),
        comments=comments,
    )


def _repeats(standfirst: str, body_html: str) -> bool:
    """Say whether the text says the same, as far as a description that was cut off shows it."""
    return key(standfirst)[:COMPARED] in key(html_to_text(body_html))
