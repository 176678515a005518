"""One thing that can be found, as the index holds it. Pure.

The key of an entry begins with its kind and its day, so that the newest of a kind, and those of
some days, are one range of keys in either database.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import IntEnum

from articles.index.tokens import AUTHOR, END, EVERY, GAP, named, tokens

# Tokens of an entry: PostgreSQL knows no place of a word beyond 16,383, and so no phrase.
TOKENS_MAX = 16_000

KEY_BITS, DAY_BITS = 36, 17
FIRST_DAY = date(1900, 1, 1).toordinal() - 1
LAST_DAY: int = 2**DAY_BITS - 1
NO_DAY = 0  # of what has no date: before everything, and in no span of days


class Kind(IntEnum):
    """What can be found."""

    ARTICLE = 1
    COMMENT = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index knows of an article or of a comment below the article `article`.

    For what is said in a conversation, `article` is what `below_topic` gives.
    """

    kind: Kind
    key: int
    article: int
    day: int
    tokens: str

    @property
    def id(self) -> int:
        return entry_id(self.kind, self.day, self.key)


def below_topic(topic: int) -> int:
    """What stands for the article where something was said below none, in the topic with this key."""
    return -topic


def entry_id(kind: int, day: int, key: int) -> int:
    """The key of an entry: kind, day, and the key of what it stands for."""
    return (kind << DAY_BITS | day) << KEY_BITS | key


def id_range(kind: int, first_day: int = NO_DAY, last_day: int = LAST_DAY) -> tuple[int, int]:
    """The first and the last key that entries of a kind and of some days can have."""
    return entry_id(kind, first_day, 0), entry_id(kind, last_day, 2**KEY_BITS - 1)


def day_of(moment: datetime | None) -> int:
    """The day of a moment in UTC, counted from 1900; `NO_DAY` where it is not known."""
    return day_number(moment.astimezone(UTC).date()) if moment else NO_DAY


def day_number(day: date) -> int:
    """The same of a date; what is earlier or far later counts as the first or the last day."""
    return max(1, min(LAST_DAY, day.toordinal() - FIRST_DAY))


def joined(
    *, head: Iterable[str] = (), body: Iterable[str] = (), author: Iterable[str] = ()
) -> str:
    """The tokens of an entry from its texts: what stands above, what is said, and who says it."""
    fields = [split(head), split(body), named(AUTHOR, split(author))]
    room = TOKENS_MAX - 3
    for number, field in enumerate(fields):
        fields[number] = field[:room]
        room -= len(fields[number])
    above, said, names = fields
    return " ".join([*above, END, *said, END, *names, EVERY])


def split(texts: Iterable[str]) -> list[str]:
    """The tokens of several texts, with a gap between them."""
    found: list[str] = []
    for text in filter(None, texts):
        found += [GAP, *tokens(text)] if found else tokens(text)
    return found
