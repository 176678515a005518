"""Moments are read only where the text can mean one day."""

from datetime import UTC, datetime

import pytest

from articles.importing.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    MAX_DATE_CHARS,
    has_clock,
    looks_like_date,
    read_moment,
)

DAY = datetime(2024, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-12", "12 March 2024", "12 Mar 2024", "12th March 2024", "12 March, 2024",
        "March 12, 2024", "Mar. 12, 2024", "March 12th, 2024", "Tuesday, 12 March 2024",
        "Tue, Mar 12, 2024", "12th of March 2024", "  12 march 2024 ",
    ],
)  # fmt: skip
def test_a_day_is_read(text: str) -> None:
    assert read_moment(text) == DAY


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("2024-03-12T17:05:00Z", 17, 5), ("2024-03-12 17:05", 17, 5),
        ("2024-03-12T17:05:00+02:00", 15, 5), ("March 12, 2024 at 5:05 pm", 17, 5),
        ("12 March 2024, 17:05", 17, 5), ("12 March 2024 at 12:05 am", 0, 5),
        ("March 12, 2024 At 12:05 PM", 12, 5), ("12 March 2024 17.05 GMT", 17, 5),
        ("12 March 2024 - 17:05 -0500", 22, 5),
    ],
)  # fmt: skip
def test_a_time_is_read_and_given_in_utc(text: str, hour: int, minute: int) -> None:
    assert read_moment(text) == DAY.replace(hour=hour, minute=minute)
    assert has_clock(text)


@pytest.mark.parametrize(
    "text",
    ["03/04/2024", "3.4.2024", "03-04-24", "25/03/2024 10:15", "12 mars 2024", "31 June 2024"],
)
def test_a_date_that_can_be_another_is_seen_but_not_read(text: str) -> None:
    assert read_moment(text) is None
    assert looks_like_date(text)


@pytest.mark.parametrize(
    "text",
    ["", "2024", "March 2024", "12 March", "In March 2024 they met", "12 March 2024 was a Tuesday",
     "2024-13-01", "12 March 1024", "12 March 2024 at 25:00", "12 March 2024 at 13:00 pm"],
)  # fmt: skip
def test_what_is_no_moment_is_not_read(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize("text", ["", "two of 12 patients", "12 patients in 2024 came back again"])
def test_words_do_not_look_like_a_date(text: str) -> None:
    assert not looks_like_date(text)


def test_max_date_chars_keeps_long_lines_from_being_looked_at() -> None:
    longest = "12" + "March 2024".rjust(MAX_DATE_CHARS - 2)
    assert read_moment(longest) == DAY
    longer = longest.replace("12 ", "12  ")
    assert read_moment(longer) is None and not looks_like_date(longer)


def test_years_before_the_first_and_behind_the_last_are_reported_and_not_read() -> None:
    read = {year: read_moment(f"12 March {year}") for year in (FIRST_YEAR, LAST_YEAR)}
    assert {year: moment.year for year, moment in read.items() if moment} == {
        year: year for year in read
    }
    for year in (FIRST_YEAR - 1, LAST_YEAR + 1):
        assert read_moment(f"12 March {year}") is None
        assert looks_like_date(f"12 March {year}")


def test_a_day_alone_has_no_clock() -> None:
    assert not has_clock("12 March 2024")
