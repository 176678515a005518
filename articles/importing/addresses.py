"""Addresses under which the same article may come again. Pure."""

import re

from common.urls import clean_address

# What is put behind an address to see where readers came from: it names no other page.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_ga|ref_src|cmpid)=",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(https?://)(www\.)?([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)


def canonical_address(address: str) -> str:
    """A web address as it can be linked to, without fragment and tracking; "" for anything else.

    >>> canonical_address("HTTPS://example.org/news/?utm_source=mail&id=7#top")
    'https://example.org/news/?id=7'
    """
    match = _PARTS.fullmatch(clean_address(address) or "")
    if not match:
        return ""
    scheme, www, host, path, query, fragment = match.groups()
    kept = [part for part in (query or "?")[1:].split("&") if not _TRACKING.match(part)]
    # "#!" names a page of its own on sites that have but one.
    behind = fragment if fragment and fragment.startswith("#!") else ""
    asked = "?" + "&".join(kept) if any(kept) else ""
    return f"{scheme}{www or ''}{host}{path or '/'}{asked}{behind}"


def same_addresses(address: str) -> list[str]:
    """The ways in which a canonical address is written, itself first.

    With http and https, with "www." and without, with a slash at its end and without.
    """
    match = _PARTS.fullmatch(address)
    if not match:
        return []
    host, path, query, fragment = match.groups()[2:]
    bare = path.rstrip("/")
    ways = [
        f"{scheme}{front}{host}{way}{query or ''}{fragment or ''}"
        for scheme in ("https://", "http://")
        for front in ("", "www.")
        for way in dict.fromkeys((path, f"{bare}/", bare or "/"))
    ]
    return list(dict.fromkeys([address, *ways]))
