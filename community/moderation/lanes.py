"""The lanes of the queue: what waits, sorted by how soon somebody should read it. Pure.

Comments are in a lane by their urgency. Notices and appeals have rows of their own and are read on
pages of their own; their lanes hold no comments.
"""

from dataclasses import dataclass

from community.screening.reasons import (
    URGENCY_CRISIS,
    URGENCY_FLAGGED,
    URGENCY_HELD,
    URGENCY_NEW_AUTHOR,
    URGENCY_RED_FLAG,
)

URGENCY_MAX = 1_000  # above every urgency there is


@dataclass(frozen=True, slots=True)
class Lane:
    """Comments of these urgencies, from `least` up to but without `below`."""

    key: str
    label: str
    least: int
    below: int
    needs_care: bool = False


LANES = (
    Lane("crisis", "Crisis words", URGENCY_CRISIS, URGENCY_MAX, needs_care=True),
    Lane("red-flag", "Needs a doctor?", URGENCY_RED_FLAG, URGENCY_CRISIS, needs_care=True),
    Lane("flagged", "Flagged", URGENCY_FLAGGED, URGENCY_RED_FLAG),
    Lane("held", "Held", URGENCY_HELD, URGENCY_FLAGGED),
    Lane("new", "New authors", URGENCY_NEW_AUTHOR, URGENCY_HELD),
    Lane("edited", "Without a reason", 0, URGENCY_NEW_AUTHOR),
)
NOTICES, APPEALS = "notices", "appeals"
# As they stand in the log, in the numbers and on pages.
LANE_LABELS = {
    **{lane.key: lane.label for lane in LANES},
    NOTICES: "Notices of illegal content",
    APPEALS: "Appeals",
}
# Words of danger: shown to every moderator, whatever topics they read.
URGENT = frozenset({"crisis", "red-flag"})


def lane_named(key: str) -> Lane | None:
    """The lane of that name."""
    return next((lane for lane in LANES if lane.key == key), None)


def lane_of(urgency: int) -> Lane:
    """The lane of comments of that urgency."""
    return next(lane for lane in LANES if lane.least <= urgency < lane.below)
