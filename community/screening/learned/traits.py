"""What a text has besides words: links, prices, numbers to write to. Pure.

Every pattern begins where a run of its signs begins, so that long hostile runs cost little.
"""

import re
from collections.abc import Iterator

from community.screening.folded import Folded
from community.screening.link_hosts.known_hosts import KNOWN
from community.screening.link_hosts.look_alikes import registered_name

LINK = re.compile(
    r"https?://\S+|(?<![\w.-])www\.\S+|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,3}"
    r"(?:com|net|org|info|shop|store|biz|online|site|xyz|club|top|io|link|live|life|example)\b"
)
HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/?#:\s]+)")
Place = tuple[int, int]  # start and end in the folded text

# The names cannot be words.
TRAITS: dict[str, re.Pattern[str]] = {
    "<price>": re.compile(
        r"[$€£]\s?\d[\d.,]*|(?<![\w.,])\d[\d.,]*\s?(?:usd|eur|gbp|dollars|euros?|pounds)\b"
    ),
    "<percent>": re.compile(r"\b\d{1,4}\s?(?:%|percent\b)"),
    "<messenger>": re.compile(r"\b(?:whats\s?app|telegram|signal|viber|wickr|dm me|inbox)\b"),
    "<mailbox>": re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\w+"),
    "<handle>": re.compile(r"(?<![\w.+-])@\w{3,}"),
    "<phone>": re.compile(r"(?<![\d()+-])\+?\d[\d ()-]{7,}\d"),
    "<!>": re.compile(r"!(?:\s?!)+"),
    "<title>": re.compile(r"\b(?:dr|doctor|chief|prophet|priest|mama|baba|mrs?|coach)\.? [a-z]+"),
}


def traits(folded: Folded) -> Iterator[tuple[str, Place]]:
    """The traits of a text with their places. A link to a well-known site is of its own kind."""
    for match in LINK.finditer(folded.text):
        yield kind_of_link(match.group()), match.span()
    for name, pattern in TRAITS.items():
        for match in pattern.finditer(folded.text):
            yield name, match.span()


def kind_of_link(address: str) -> str:
    """Where patients find a leaflet, and anywhere else, are different things."""
    host = HOST.match(address)
    known = host is not None and registered_name(host[1]) in KNOWN
    return "<known link>" if known else "<link>"
