"""What may be promised from the waits and the hours of the last weeks."""

import pytest

from community.moderation.promise.counting import (
    DECISIONS_FOR_HOURS,
    QUIET_HOURS_MIN,
    quiet_hours,
    typical,
)


@pytest.mark.parametrize(
    ("waits", "usual"),
    [([], 0), ([7], 7), ([1, 2, 3, 4, 100], 4), ([5, 1, 4, 2, 3], 4), (list(range(1, 11)), 8)],
)
def test_four_of_five_were_read_within_the_time(waits: list[int], usual: int) -> None:
    assert typical(waits) == usual
    assert sum(wait <= usual for wait in waits) >= 0.8 * len(waits)


def busy(*hours: int) -> list[int]:
    return [hour for hour in hours for _ in range(DECISIONS_FOR_HOURS)]


def test_a_night_is_found_around_midnight() -> None:
    assert quiet_hours(busy(*range(8, 22))) == (22, 8)


def test_a_night_is_found_after_midnight() -> None:
    assert quiet_hours(busy(0, *range(6, 24))) == (1, 6)


def test_a_short_gap_is_no_night() -> None:
    gap = QUIET_HOURS_MIN - 1
    assert quiet_hours(busy(*range(24 - gap))) is None
    assert quiet_hours(busy(*range(23 - gap))) == (23 - gap, 0)


def test_of_two_gaps_the_longer_counts() -> None:
    assert quiet_hours(busy(0, 5, 6, 7, 8, 9, 10, 11, 20, 21, 22, 23)) == (12, 20)


def test_a_single_decision_in_the_night_means_that_somebody_read() -> None:
    assert quiet_hours([*busy(*range(8, 22)), 2]) == (3, 8)


def test_few_decisions_say_nothing_about_hours() -> None:
    assert quiet_hours([12] * (DECISIONS_FOR_HOURS - 1)) is None
