"""Two independent judges of cleaned HTML."""

from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

# Written down again rather than taken from the policies, so that a slip there is seen here.
COMMENT = {
    **dict.fromkeys("p br strong b em i blockquote ul ol li code".split(), frozenset[str]()),
    "a": frozenset({"href", "rel"}),
}
ARTICLE = {
    **COMMENT,
    **dict.fromkeys("h2 h3 h4 hr pre sub sup cite q dl dt dd".split(), frozenset[str]()),
    **dict.fromkeys("table caption thead tbody tr".split(), frozenset[str]()),
    "abbr": frozenset({"title"}),
    "th": frozenset({"scope", "colspan", "rowspan"}),
    "td": frozenset({"colspan", "rowspan"}),
}


def _offences_of(tag: str, attributes: dict[str, str | None], allowed: dict) -> list[str]:
    if tag not in allowed:
        return [f"element {tag}"]
    found = [f"attribute {tag} {name}" for name in attributes if name not in allowed[tag]]
    if tag != "a":
        return found
    if attributes.get("rel") != "nofollow ugc noopener":
        found.append(f"rel {attributes.get('rel')!r}")
    address = attributes.get("href") or ""
    parts = urlsplit(address)
    leads_out = parts.scheme in {"http", "https"} and parts.hostname and not parts.username
    writes = address.startswith("mailto:") and "@" in address
    if not (leads_out or writes) or address != address.strip() or "\\" in address:
        found.append(f"link {address!r}")
    return found


class _SecondOpinion(HTMLParser):
    """What Python's own parser, which knows no rules of nesting, sees."""

    def __init__(self, allowed: dict) -> None:
        super().__init__(convert_charrefs=True)
        self.allowed, self.found = allowed, []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += _offences_of(tag, dict(attrs), self.allowed)

    def handle_comment(self, data: str) -> None:
        self.found.append(f"comment {data!r}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def _offences(html: str, allowed: dict) -> list[str]:
    page = LexborHTMLParser(f"<div id=box>{html}</div><p id=after>after</p>")
    inside = page.css("#box *")
    found = [
        offence
        for node in inside
        for offence in _offences_of(node.tag, dict(node.attributes), allowed)
    ]
    # html, head, body, the box and the paragraph after it are ours.
    if len(page.css("*")) != len(inside) + 5 or page.css_first("body > #after").text() != "after":
        found.append("reaches out of its box")
    second = _SecondOpinion(allowed)
    second.feed(html)
    second.close()
    return found + second.found


@pytest.fixture
def comment_offences() -> Callable[[str], list[str]]:
    """A function of HTML: what in it must not be in a comment, as two parsers see it."""
    return lambda html: _offences(html, COMMENT)


@pytest.fixture
def article_offences() -> Callable[[str], list[str]]:
    """A function of HTML: what in it must not be in an article, as two parsers see it."""
    return lambda html: _offences(html, ARTICLE)
