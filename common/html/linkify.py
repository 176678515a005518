"""Finds the addresses in what a person typed, in linear time."""

import re
from collections.abc import Iterator

from common.urls import MAX_ADDRESS_LENGTH, clean_address

# An e-mail name has at most 64 characters (RFC 5321), a label of a host 63 (RFC 1035).
_ADDRESS = re.compile(
    r"""(?<![@./+-])(?<![^\W_])(?:
        (?P<web>(?:https?://|www\.(?=\w))[^\s<>"]++)
      | (?P<mail>[\w.+-]{1,64}+@(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.){1,8}[^\W\d_]{2,24}(?![\w@-]))
    )""",
    re.IGNORECASE | re.VERBOSE,
)

# Most comments hold no address: one quick look tells.
_SIGN = re.compile(r"@|://|www\.", re.IGNORECASE)

# Marks that end the sentence or the emphasis around an address rather than the address.
_TRAILING = ".,;:!?'\"*_~`|\u2026\u2018\u2019\u201c\u201d\u00ab\u00bb\u2039\u203a"
_OPENING = {")": "(", "]": "[", "}": "{", "\uff09": "\uff08", "\u300d": "\u300c"}


def find_links(text: str, limit: int) -> Iterator[tuple[str, str | None]]:
    """The text in pieces, each with the clean address it is a link to, or None.

    The pieces joined give the text again; at most `limit` of them are links. Found are http:,
    https: and www. addresses and e-mail addresses, without the punctuation and the unbalanced
    brackets that follow them.
    """
    written, links = 0, 0
    for match in _ADDRESS.finditer(text) if _SIGN.search(text) else ():
        label = match["mail"] or _without_trailing(match["web"][: MAX_ADDRESS_LENGTH + 1])
        address = clean_address(_with_scheme(label, is_mail=bool(match["mail"])))
        if address is None or links == limit:
            continue
        if match.start() > written:
            yield text[written : match.start()], None
        yield label, address
        links, written = links + 1, match.start() + len(label)
    if written < len(text):
        yield text[written:], None


def _with_scheme(label: str, *, is_mail: bool) -> str:
    if is_mail:
        return f"mailto:{label}"
    return f"https://{label}" if label[:4].lower() == "www." else label


def _without_trailing(address: str) -> str:
    unopened = {close: address.count(close) - address.count(o) for close, o in _OPENING.items()}
    end = len(address)
    while end and (address[end - 1] in _TRAILING or unopened.get(address[end - 1], 0) > 0):
        if address[end - 1] in unopened:
            unopened[address[end - 1]] -= 1
        end -= 1
    return address[:end]
