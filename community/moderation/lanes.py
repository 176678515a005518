"""The lanes of the queue: what waits, sorted by how soon somebody should read it. Pure."""

from dataclasses import dataclass

from community.screening.reasons import URGENCY_CRISIS, URGENCY_HELD, URGENCY_NEW_AUTHOR

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
    Lane("held", "Held", URGENCY_HELD, URGENCY_CRISIS),
    Lane("new", "New authors", URGENCY_NEW_AUTHOR, URGENCY_HELD),
    Lane("edited", "Without a reason", 0, URGENCY_NEW_AUTHOR),
)


def lane_named(key: str) -> Lane | None:
    """The lane of that name."""
    return next((lane for lane in LANES if lane.key == key), None)
