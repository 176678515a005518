"""Leaving out elements together with what is in them."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from common.html.tokens import Aside, End, Start, Token

# In these a browser reads no tags, only text up to their end tag.
RAW_ELEMENTS = frozenset("script style textarea title iframe noscript noembed noframes xmp".split())


def without_silent(stream: Iterable[Token], silent: AbstractSet[str]) -> Iterator[Token]:
    """The tokens outside of `silent` elements, and no comments or doctypes.

    An element that is never closed lasts to the end of the text, as in a browser; only a
    `head` ends where the `body` begins.
    """
    name, depth = "", 0
    for token in stream:
        if depth:
            depth = _depth_after(token, name, depth)
        elif isinstance(token, Start) and token.name in silent:
            name, depth = token.name, _depth_after(token, token.name, 0)
        elif not isinstance(token, Aside):
            yield token


def _depth_after(token: Token, name: str, depth: int) -> int:
    if isinstance(token, Start) and token.name == name and not token.raw.endswith("/>"):
        return depth + 1
    if isinstance(token, End) and token.name == name:
        return depth - 1
    if isinstance(token, Start) and name == "head" and token.name == "body":
        return 0
    return depth
