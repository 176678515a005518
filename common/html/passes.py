"""The two independent guards: bleach (html5lib) and nh3 (ammonia), one after the other."""

import html
import re
import threading

import nh3
from bleach.sanitizer import Cleaner  # type: ignore[import-untyped]

from common.html.policies import LINK_REL, SILENT, Policy, clean_value

_SCHEMES = {"http", "https", "mailto"}

# The second guard's own opinion on links, on purpose not shared with the first.
_LINK = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?|mailto:[^\s@/?\\]+@[^\s@/?\\]+")


# html5lib adds to a text character reference by character reference, and copies it each time.
_TEXT_PIECE = re.compile("(?:&[^&;]*;|[^&]){1,8000}")


def pass_both(tidied: str, policy: Policy) -> str:
    """What both guards let through. Safe to show whatever went in, but slow on tangled input.

    Text without a single tag goes through in pieces, so that it takes linear time.
    """
    bleach_cleaner, nh3_cleaner = _cleaners.of(policy)
    pieces = [tidied] if "<" in tidied else _TEXT_PIECE.findall(tidied)
    return "".join(nh3_cleaner.clean(bleach_cleaner.clean(piece)) for piece in pieces)


class _Cleaners(threading.local):
    """One pair for each thread and policy: bleach's parser must not be shared by threads."""

    def __init__(self) -> None:
        self._pairs: dict[Policy, tuple[Cleaner, nh3.Cleaner]] = {}

    def of(self, policy: Policy) -> tuple[Cleaner, nh3.Cleaner]:
        if policy not in self._pairs:
            self._pairs[policy] = _bleach_cleaner(policy), _nh3_cleaner(policy)
        return self._pairs[policy]


_cleaners = _Cleaners()


def _bleach_cleaner(policy: Policy) -> Cleaner:
    def may_stay(tag: str, name: str, value: str) -> bool:
        if name == "rel":
            return tag == "a" and value == LINK_REL
        plain = html.unescape(value)
        return name in policy.attributes.get(tag, ()) and clean_value(name, plain) == plain

    return Cleaner(
        tags=policy.tags,
        attributes=may_stay,
        protocols=_SCHEMES,
        strip=not policy.shows_unknown,
        strip_comments=True,
    )


def _nh3_cleaner(policy: Policy) -> nh3.Cleaner:
    # Without "*" nh3 would allow lang and title everywhere.
    attributes = {"*": set[str](), **{tag: set(names) for tag, names in policy.attributes.items()}}
    return nh3.Cleaner(
        tags=set(policy.tags),
        attributes=attributes,
        clean_content_tags=set(SILENT),
        attribute_filter=_filter_attribute,
        strip_comments=True,
        link_rel=LINK_REL,
        generic_attribute_prefixes=set(),
        url_schemes=_SCHEMES,
        url_relative="deny",
    )


def _filter_attribute(_tag: str, name: str, value: str) -> str | None:
    return value if name != "href" or _LINK.fullmatch(value) else None
