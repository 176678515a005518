"""The first element of an XML document, to know its kind by."""

import re
from typing import NamedTuple

from articles.importing.exports.decoding import HEAD_BYTES, head_text
from articles.importing.exports.packing import unpacked_head

_OPENING = re.compile(
    r"\s*+(?:<\?[^>]*+>\s*+|<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])"
)


class Root(NamedTuple):
    """The name of the root element without its prefix, and the text that follows the name."""

    name: str
    behind: str


def read_root(data: bytes) -> Root:
    """Give the root element as far as it is in the beginning, in any encoding; "" without one.

    Packing, byte order marks, blank lines, declarations and comments before it are passed over.
    """
    head = head_text(unpacked_head(data, HEAD_BYTES)).lstrip("\ufeff")
    found = _OPENING.match(head)
    return Root(found[1], head[found.end() :]) if found else Root("", "")
