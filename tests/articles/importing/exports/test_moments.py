"""Moments of machines are read; what is none is None and no error."""

import math
from datetime import UTC, datetime

import pytest

from articles.importing.exports.moments import epoch_moment, first_moment

NOON = datetime(2024, 3, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["2024-03-12 12:00:00", "2024-03-12T12:00:00Z", "2024-03-12T14:00:00.000000001+02:00",
     "Tue, 12 Mar 2024 12:00:00 +0000", "Tue, 12 Mar 2024 12:00:00 GMT"],
)  # fmt: skip
def test_a_moment_is_read_in_every_way_machines_write_it(text: str) -> None:
    assert first_moment("0000-00-00 00:00:00", text) == NOON


@pytest.mark.parametrize("text", ["", "0001-01-01T00:00:00Z", "2024-02-31 12:00:00", "x" * 10_000])
def test_what_is_no_moment_is_none(text: str) -> None:
    assert first_moment(text) is None


def test_seconds_and_milliseconds_since_1970_are_read() -> None:
    assert epoch_moment(NOON.timestamp()) == epoch_moment(NOON.timestamp() * 1000) == NOON


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 1e300, -1e18, 1e16])
def test_numbers_that_are_no_moment_are_none(number: float) -> None:
    assert epoch_moment(number) is None
