"""What a line says about where a text is from: "Source: ...", with an address or a name."""

import re
from dataclasses import dataclass

from common.urls import clean_address, host_of

# Longer addresses are not kept; browsers and servers give up at about 2,000.
MAX_ADDRESS_CHARS = 1000
# "Karolinska Institutet, Department of Clinical Neuroscience" has 60.
MAX_NAME_CHARS = 150

_LABEL = (
    r"(?:(?:(?:story|original|news) )?source|original (?:article|story|release)|"
    r"originally published (?:at|by|on|in)|via|url)"
)
_BARE_LABELS = frozenset({"source", "story source", "original source"})
_LINE = re.compile(rf"{_LABEL} ?: ?(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_PROVIDER = re.compile(
    r"(?:materials? |story )?provided by:? (?P<rest>[^.!?]{2,120})\.?(?: note: .{0,200})?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"“”‘’«»|\\^`{}]+", re.IGNORECASE)
_SEPARATORS = " \t\xa0-–—:;,.|()[]<>/"


@dataclass(frozen=True, slots=True)
class Source:
    """Name and address of the place a text comes from; either may be ""."""

    name: str = ""
    url: str = ""


def is_source_line(text: str) -> bool:
    """Say whether a line names a source, or announces one."""
    return len(text) <= MAX_ADDRESS_CHARS and after_label(text) is not None


def after_label(text: str) -> str | None:
    """Give what stands behind "Source:" or "Provided by", or None in any other line."""
    if text.lower() in _BARE_LABELS:
        return ""
    found = _LINE.fullmatch(text) or _PROVIDER.fullmatch(text)
    return found["rest"].strip() if found else None


def has_address(text: str) -> bool:
    """Say whether an http or https address stands in the text."""
    return _ADDRESS.search(text) is not None


def read_source(text: str) -> Source:
    """Read name and address; without a name the source is called after its host.

    >>> read_source("Example Institute (https://www.example.org/news).")
    Source(name='Example Institute', url='https://www.example.org/news')
    """
    url = find_address(text)
    name = " ".join(_ADDRESS.sub(" ", text).split()).strip(_SEPARATORS)
    return Source(name if 0 < len(name) <= MAX_NAME_CHARS else host_of(url), url)


def find_address(text: str) -> str:
    """Give the first http or https address in a text, cleaned, without the punctuation behind it; or ""."""
    found = _ADDRESS.search(text)
    url = _without_tail(found[0]) if found and len(text) <= 2 * MAX_ADDRESS_CHARS else ""
    return clean_address(url) or "" if len(url) <= MAX_ADDRESS_CHARS else ""


def _without_tail(url: str) -> str:
    while url and (url[-1] in ".,;:!?'*_" or (url[-1] in ")]" and not _closes(url))):
        url = url[:-1]
    return url


def _closes(url: str) -> bool:
    opening = "(" if url[-1] == ")" else "["
    return url.count(opening) >= url.count(url[-1])
