"""Places in the queue as addresses hold them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.moderation.queue.places import Place, read_place


@given(st.integers(0, 9999), st.datetimes(datetime(1970, 1, 1), datetime(4000, 1, 1)), st.integers(1, 10**18 - 1))  # fmt: skip  # noqa: DTZ001
def test_a_place_comes_back_from_its_address(urgency: int, moment: datetime, pk: int) -> None:
    place = Place(urgency, moment.replace(tzinfo=UTC), pk)
    assert read_place(str(place)) == place


@pytest.mark.parametrize(
    "text",
    ["", "1", "1-2", "1-2-", "1-2-3-4", "-1-2-3", "a-b-c", "1-2-3\n", "1-" + "9" * 18 + "-1"],
)
def test_anything_else_is_no_place(text: str) -> None:
    assert read_place(text) is None
