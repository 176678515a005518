"""A place in the queue, as it stands in an address. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Lengths that no database column and no calendar can overflow.
TEXT = re.compile(r"([0-9]{1,4})-([0-9]{1,17})-([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Place:
    """What the queue is ordered by: the most urgent first, then the longest waiting.

    Places stay when comments around them go, so a page of the queue can begin at one.
    """

    urgency: int
    waiting_since: datetime
    pk: int

    def __str__(self) -> str:
        """As an address holds it; the time in microseconds since 1970."""
        return (
            f"{self.urgency}-{(self.waiting_since - EPOCH) // timedelta(microseconds=1)}-{self.pk}"
        )


def read_place(text: str) -> Place | None:
    """The place that an address names; None when it is no place."""
    match = TEXT.fullmatch(text)
    if not match:
        return None
    urgency, moment, pk = map(int, match.groups())
    return Place(urgency, EPOCH + timedelta(microseconds=moment), pk)
