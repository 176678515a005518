"""Which page an address means, however somebody copied it. Pure."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

KEY = r"([0-9]{1,18})"
COMMENT = re.compile(rf"/comments/{KEY}(?:/|$)")
ANCHOR = re.compile(rf"^comment-{KEY}$")
ARTICLE = re.compile(r"/articles/([-a-zA-Z0-9_]+)(?:/|$)")
NUMBER = re.compile(rf"^#?{KEY}$")
BARE_HOST = re.compile(r"^[^/?#\s]+\.[^/?#\s]+")  # "example.org/comments/17"


@dataclass(frozen=True, slots=True)
class Place:
    """The keys and the host that an address holds; 0 and "" where it holds none."""

    comment: int = 0
    slug: str = ""
    host: str = ""


def read_address(text: str) -> Place:
    """What an address points at: a comment before the article around it.

    >>> read_address("https://example.org/articles/sleep/?from=3#comment-17")
    Place(comment=17, slug='sleep', host='example.org')
    """
    text = text.strip()
    if bare := NUMBER.match(text):
        return Place(comment=int(bare[1]))
    try:
        parts = split(text)
        host = parts.hostname or ""
    except ValueError:
        return Place()
    path = unquote(parts.path)
    comment = ANCHOR.match(parts.fragment) or COMMENT.search(path)
    article = ARTICLE.search(path)
    return Place(int(comment[1]) if comment else 0, article[1] if article else "", host)


def split(text: str) -> SplitResult:
    """The parts of an address, also of one without `https://`. Raises ValueError."""
    is_bare = "://" not in text and BARE_HOST.match(text)
    return urlsplit(f"//{text}" if is_bare else text)
