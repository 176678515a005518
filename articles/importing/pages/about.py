"""What is said about the article: title, standfirst, author, where it is from, its topics."""

import re

from lxml import html

from articles.importing.pages.metas import Metas, first, item, value_of
from articles.importing.pages.structured import Node, as_list, plain, words
from articles.importing.pages.titles import choose_title
from articles.importing.pages.trees import absolute, classes, one_line, text_of
from common.urls import clean_address, host_of

# A name, or the names of a large team; longer texts are a biography.
MAX_AUTHOR_CHARS = 150
MAX_STANDFIRST_CHARS = 600
MIN_STANDFIRST_CHARS = 25
# Section and tags of the article; sites that give more describe their search words.
MAX_TOPICS = 6
MAX_TOPIC_CHARS = 60
# The longest name of a publisher with its department.
MAX_SITE_CHARS = 100

_AUTHOR_METAS = (
    "author article:author parsely-author sailthru.author dc.creator dcterms.creator"
    " citation_author byl authors"
)
_BY = re.compile(r"(?:(?:written|posted|story|words|text|article)\s+)?by:?\s+|authors?:\s*|von\s+|par\s+",
                 re.IGNORECASE)  # fmt: skip
_BYLINES = frozenset(
    "author-name authorname byline-name byline author p-author fn entry-author".split()
)
_DECKS = frozenset(
    "standfirst deck dek article-deck subtitle sub-title subhead subheading sub-heading"
    " article-subtitle article__subtitle article-summary entry-subtitle tagline-article".split()
)


def title_of(tree: html.HtmlElement, metas: Metas, article: Node) -> str:
    """Give the title of the article, or "" where the page has none."""
    said = [
        first(metas, "og:title"), plain(words(article.get("headline"))),
        first(metas, "twitter:title citation_title dc.title dcterms.title headline"),
    ]  # fmt: skip
    return choose_title(tree, [each for each in said if each], _said_site(metas, article))


def standfirst_of(tree: html.HtmlElement, metas: Metas, article: Node, title: str) -> str:
    """Give the sentence or two between title and text, or ""."""
    decks = (
        text_of(each) for each in tree.iter("p", "div", "h2", "h3", "span")
        if not _DECKS.isdisjoint(classes(each))
    )  # fmt: skip
    described = first(metas, "og:description description twitter:description dc.description")
    for text in (*decks, described, plain(words(article.get("description")))):
        text = one_line(text)
        if MIN_STANDFIRST_CHARS <= len(text) <= MAX_STANDFIRST_CHARS and _key(text) != _key(title):
            return text
    return ""


def author_of(tree: html.HtmlElement, metas: Metas, article: Node) -> str:
    """Give the names of who wrote the article, or ""."""
    names = [words(each) for each in as_list(article.get("author"))]
    names = [each for each in map(_name, names) if each] or [
        each for name in _AUTHOR_METAS.split() for each in map(_name, metas.get(name, [])) if each
    ]
    names = names or [_name(each) for each in _marked_authors(tree)]
    unique = list(dict.fromkeys(each for each in names if each))
    while len(", ".join(unique)) > MAX_AUTHOR_CHARS:
        unique.pop()
    return ", ".join(unique)


def address_of(tree: html.HtmlElement, metas: Metas, address: str) -> str:
    """Give the address by which the page wants to be known, else the one it was found at.

    A page that gives the front page of its site for its own address is not believed.
    """
    canonical = next((each.get("href") for each in tree.iter("link")
                      if "canonical" in (each.get("rel") or "").lower().split()), "")  # fmt: skip
    found = clean_address(address) or ""
    for said in (canonical, first(metas, "og:url twitter:url")):
        link = absolute(said, found)
        if link and (_has_path(link) or not _has_path(found)):
            return link
    return found if found.startswith("http") else ""


def site_of(metas: Metas, article: Node, address: str) -> str:
    """Give the name of the site, else its host, else ""."""
    return _said_site(metas, article) or host_of(address)


def topics_of(metas: Metas, article: Node) -> list[str]:
    """Give section and tags of the article, as far as they are marked as such."""
    said = [*metas.get("article:section", []), *as_list(article.get("articleSection")),
            *metas.get("article:tag", [])]  # fmt: skip
    names = [one_line(each) for each in said if isinstance(each, str)]
    short = [each for each in names if 1 < len(each) <= MAX_TOPIC_CHARS and "," not in each]
    return list({each.casefold(): each for each in reversed(short)}.values())[::-1][:MAX_TOPICS]


def image_of(metas: Metas, article: Node, base: str) -> str:
    """Give the address of the picture above the article, or ""; it is never fetched here."""
    return absolute(first(metas, "og:image og:image:url twitter:image"), base) or absolute(
        words(
            [
                each.get("url") if isinstance(each, dict) else each
                for each in as_list(article.get("image"))
            ]
        ),
        base,
    )


def _said_site(metas: Metas, article: Node) -> str:
    said = one_line(
        first(metas, "og:site_name")
        or words(article.get("publisher"))
        or first(metas, "application-name")
    )
    return said if 0 < len(said) <= MAX_SITE_CHARS and "://" not in said else ""


def _marked_authors(tree: html.HtmlElement) -> list[str]:
    said = item(tree, "author")
    if said:
        return [said]
    links = [each for each in tree.iter("a") if "author" in (each.get("rel") or "").lower().split()]
    marked = links or [
        each
        for each in tree.iter("span", "a", "p", "div", "address")
        if not _BYLINES.isdisjoint(classes(each))
    ]
    return [value_of(each) for each in marked[:1]]


def _name(text: str) -> str:
    text = one_line(_BY.sub("", one_line(text), count=1)).strip(" ,;|·-")
    is_name = 1 < len(text) <= MAX_AUTHOR_CHARS and "://" not in text and not text.startswith("@")
    return text if is_name and len(text.split()) <= 20 else ""


def _has_path(address: str) -> bool:
    return bool(address.partition("://")[2].partition("/")[2].strip("/"))


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
