"""Who wrote a comment and when, where a line at its head says so in so many words.

Taken: "Alice says:" and its kin, "Posted by Alice on 3 May 2020", "Name: Alice"; a date alone on
the line behind such a line, and then also "Alice says" without a colon. Also "Alice" above
"3 May 2020 at 10:14 am", or both in one line, but only when every comment of the page begins
like that, for then it is the form of the page.
Anything else is text: "Michelle, hello" speaks to Michelle.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from articles.importing.dates import has_clock, looks_like_date, read_moment

# Names on boards: "The Artist Formerly Known as Bob" has six words.
MAX_NAME_CHARS, MAX_NAME_WORDS = 60, 6
# The longest head: a name, "posted this comment on" and a date with a time.
MAX_HEAD_CHARS = 160

_VERB = r"(?:says?|said|wrote|writes|commented|comments|replied|replies|responded|asked|asks|added)"
_SAYS = re.compile(rf"(?P<name>.{{1,60}}?),? {_VERB} ?:", re.IGNORECASE)
_SAYS_ON = re.compile(
    (
        rf"(?P<name>.{{1,60}}?),? {_VERB}(?: this)?,?(?: on| at)? "
        rf"(?P<date>[^:]{{6,30}}(?::.{{1,25}})?)"
    ),
    re.IGNORECASE,
)
_ON_SAYS = re.compile(
    rf"(?P<name>.{{1,60}}?),? (?:on|at|[-–|]) (?P<date>.{{6,60}}?),? {_VERB} ?:?", re.IGNORECASE
)
_POSTED = re.compile(
    r"(?:(?:posted|written|submitted|commented|reply|comment|response) )?by:? (?P<name>.{1,60}?),?"
    r" (?:on|at|[-–|]) (?P<date>.{6,60})",
    re.IGNORECASE,
)
_BY = re.compile(
    (
        r"(?:posted|written|submitted|commented|comment|reply|response) (?:by|from):? "
        r"(?P<name>.{1,60})"
    ),
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:name|author|user|from) ?: (?P<name>.{1,60})", re.IGNORECASE)
_HEADS = (_SAYS, _SAYS_ON, _ON_SAYS, _POSTED, _BY, _NAMED)

_STAMP_AT_END = re.compile(
    r"(?P<name>.{1,60}?)[ ,·•|–-]*(?P<date>(?:\d|[A-Z][a-z]{2,8}\.? \d).{5,50})"
)
# "My doctor says:" names nobody.
_NOBODY = frozenset(
    "my our your his her their its the a an this that these those i you he she it we they one who "
    "what everyone everybody someone somebody nobody some many most all as and but so if then "
    "like when where people experts doctors scientists researchers research".split()
)
_NOT_IN_NAMES = re.compile(r"[!?:;,<>\[\]{}\"“”/\\]|[^\W\d]{3,}\.(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a comment says, and how many of its lines it takes up."""

    name: str
    created_at: datetime | None
    lines: int
    unsure: bool = False


def says_who(line: str) -> bool:
    """Say whether a line alone names the author of what follows."""
    return _named(line) is not None


def has_head(lines: list[str]) -> bool:
    """Say whether the first lines name the author of what follows."""
    return read_head(lines, stamped=False) is not None


def is_stamped(lines: list[str]) -> bool:
    """Say whether the first lines are a name and a stamped date, the form of some pages."""
    return _stamped(lines) is not None


def read_head(lines: list[str], *, stamped: bool) -> Head | None:
    """Read the head of a comment from its first lines, or give None when it has no head.

    `stamped` says that every comment of the page begins with a name and a stamped date.
    """
    if not lines:
        return None
    second = lines[1] if len(lines) > 1 else ""
    found = _named(lines[0]) or (_named(f"{lines[0]}:") if looks_like_date(second) else None)
    if found is None:
        return _stamped(lines) if stamped else None
    name, date = found
    if not date and looks_like_date(second):
        return _head(name, second, 2)
    return _head(name, date, 1)


def _head(name: str, date: str, lines: int) -> Head:
    moment = read_moment(date)
    return Head(name, moment, lines, unsure=bool(date) and moment is None)


def _named(line: str) -> tuple[str, str] | None:
    """Give name and date, which may be "", when a line names an author."""
    if len(line) > MAX_HEAD_CHARS:
        return None
    for shape in _HEADS:
        found = shape.fullmatch(line)
        if found and (head := _checked(found)):
            return head
    return None


def _checked(found: re.Match[str]) -> tuple[str, str] | None:
    name = found["name"].strip().strip("*_").strip()
    date = (found.groupdict().get("date") or "").strip(" ,")
    return (name, date) if _is_name(name) and (not date or looks_like_date(date)) else None


def _is_name(name: str) -> bool:
    words = name.lower().split()
    if not words or len(words) > MAX_NAME_WORDS or len(name) > MAX_NAME_CHARS:
        return False
    return words[0] not in _NOBODY and not _NOT_IN_NAMES.search(name)


def _stamped(lines: list[str]) -> Head | None:
    if len(lines) > 1 and has_clock(lines[1]) and _is_name(lines[0]):
        return Head(lines[0], read_moment(lines[1]), 2)
    found = _STAMP_AT_END.fullmatch(lines[0]) if lines and len(lines[0]) <= MAX_HEAD_CHARS else None
    if found and has_clock(found["date"]) and _is_name(found["name"].strip()):
        return Head(found["name"].strip(), read_moment(found["date"]), 1)
    return None
