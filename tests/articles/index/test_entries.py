"""One thing that can be found."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from articles.index.entries import (
    LAST_DAY,
    NO_DAY,
    TOKENS_MAX,
    Entry,
    Kind,
    day_number,
    day_of,
    entry_id,
    id_range,
    joined,
)


def test_keys_go_by_kind_then_by_day() -> None:
    older = entry_id(Kind.COMMENT, day_number(date(2025, 3, 8)), 900)
    newer = entry_id(Kind.COMMENT, day_number(date(2025, 3, 9)), 7)
    assert entry_id(Kind.ARTICLE, LAST_DAY, 10**9) < older < newer


def test_a_range_holds_what_is_of_its_kind_and_days() -> None:
    day = day_number(date(2025, 3, 9))
    first, last = id_range(Kind.COMMENT, day, day)
    inside = [entry_id(Kind.COMMENT, day, key) for key in (0, 1, 2**36 - 1)]
    outside = [
        entry_id(Kind.ARTICLE, day, 5),
        entry_id(Kind.COMMENT, day - 1, 2**36 - 1),
        entry_id(Kind.COMMENT, day + 1, 0),
    ]
    assert all(first <= each <= last for each in inside)
    assert not any(first <= each <= last for each in outside)


def test_every_key_fits_a_database() -> None:
    assert id_range(Kind.COMMENT)[1] < 2**63


@pytest.mark.parametrize("day", [date.min, date(1900, 1, 1), date(2026, 1, 1), date.max])
def test_every_date_has_a_day(day: date) -> None:
    assert NO_DAY < day_number(day) <= LAST_DAY


def test_the_day_is_that_of_utc() -> None:
    late = datetime(2025, 3, 8, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert day_of(late) == day_of(datetime(2025, 3, 9, tzinfo=UTC))
    assert day_of(None) == NO_DAY


def test_an_entry_knows_head_words_and_author() -> None:
    made = joined(head=["Rest"], body=["Walk on", "slowly"], author=["Slow Otter"])
    assert made == "rest q0z walk on q0s slowli q0z q0aslow q0aotter q0e"
    assert Entry(Kind.ARTICLE, 7, 7, NO_DAY, made).id == entry_id(Kind.ARTICLE, NO_DAY, 7)


def test_of_a_text_without_end_the_beginning_can_be_found() -> None:
    made = joined(body=["pain " * 2 * TOKENS_MAX], author=["Otter"]).split()
    assert len(made) == TOKENS_MAX
    assert made[-1] == "q0e"
