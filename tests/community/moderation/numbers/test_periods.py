"""The period that numbers are asked of."""

from datetime import date

import pytest

from community.moderation.numbers.periods import DAYS, FIRST_DAY, Period, read_period, usual_periods

TODAY = date(2026, 11, 26)


def test_without_a_wish_it_is_the_last_thirty_days() -> None:
    period = read_period({}, TODAY)
    assert (period.last, period.days) == (TODAY, DAYS.days)


def test_both_days_are_included_in_utc() -> None:
    period = read_period({"from": "2026-01-01", "to": "2026-01-31"}, TODAY)
    assert f"{period.begins} {period.ends}" == (
        "2026-01-01 00:00:00+00:00 2026-02-01 00:00:00+00:00"
    )
    assert period.query == "?from=2026-01-01&to=2026-01-31"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ({"from": "2026-03-02", "to": "2026-03-01"}, "2026-03-01", "2026-03-02"),
        ({"from": "2026-11-01"}, "2026-11-01", "2026-11-26"),
        ({"to": "2026-01-31"}, str(FIRST_DAY), "2026-01-31"),
        ({"from": "0001-01-01", "to": "9999-12-31"}, str(FIRST_DAY), "2026-11-26"),
        ({"from": "2030-01-01", "to": "2031-01-01"}, "2026-11-26", "2026-11-26"),
    ],
)
def test_odd_wishes_are_understood(asked: dict[str, str], first: str, last: str) -> None:
    period = read_period(asked, TODAY)
    assert (str(period.first), str(period.last), period.trouble) == (first, last, "")


@pytest.mark.parametrize("text", ["yesterday", "31.01.2026", "2026-02-30", "2026", "'; DROP", "٢"])
def test_what_is_no_day_is_said_and_the_usual_time_shown(text: str) -> None:
    period = read_period({"from": text, "to": "2026-11-01"}, TODAY)
    assert "year-month-day" in period.trouble and period.days == DAYS.days


def test_the_usual_periods_hold_together() -> None:
    periods = dict(usual_periods(TODAY))
    assert periods["Last month"] == Period(date(2026, 10, 1), date(2026, 10, 31))
    assert periods["Last year"] == Period(date(2025, 1, 1), date(2025, 12, 31))


def test_the_last_day_of_february_has_a_last_year_too() -> None:
    assert dict(usual_periods(date(2028, 2, 29)))["Last year"].first == date(2027, 1, 1)
