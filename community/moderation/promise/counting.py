"""What the waits and the hours of the last weeks allow to promise. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

SHARE = 0.8  # four of five posts were read within the time we name
HOURS = 24
# Fewer decisions than this, spread over a month, leave many hours empty by chance alone.
DECISIONS_FOR_HOURS = 100
# A gap shorter than this is a meal, no night.
QUIET_HOURS_MIN = 3


def typical(waits: Iterable[float]) -> float:
    """The time within which `SHARE` of the waits ended, in the unit given; 0 without any.

    >>> typical([1, 2, 3, 4, 100])
    4
    """
    ordered = sorted(waits)
    if not ordered:
        return 0
    # The smallest wait that at least this share does not exceed.
    place = -(-len(ordered) * int(SHARE * 100) // 100) - 1
    return ordered[max(0, place)]


def quiet_hours(hours: Sequence[int]) -> tuple[int, int] | None:
    """From which hour to which nobody decided anything, around midnight too; None if there is none.

    `hours` are those (0 to 23) of the decisions. The longest empty run counts.

    >>> quiet_hours([hour for hour in range(8, 22) for _ in range(10)])
    (22, 8)
    """
    if len(hours) < DECISIONS_FOR_HOURS:
        return None
    busy = Counter(hours)
    runs = [(length_of_gap(busy, start), start) for start in range(HOURS)]
    length, start = max(runs, key=lambda run: (run[0], -run[1]))
    if length < QUIET_HOURS_MIN:
        return None
    return start, (start + length) % HOURS


def length_of_gap(busy: Counter[int], start: int) -> int:
    """How many hours from `start` on are empty."""
    return next((n for n in range(HOURS) if busy[(start + n) % HOURS]), HOURS)
