"""Times in plain words."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.times import exact_time, relative_time

THEN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "label", "next_age"),
    [
        ({"seconds": -40}, "just now", {"minutes": 1}),
        ({"seconds": 59}, "just now", {"minutes": 1}),
        ({"minutes": 1}, "1 minute ago", {"minutes": 2}),
        ({"minutes": 59, "seconds": 59}, "59 minutes ago", {"hours": 1}),
        ({"hours": 3, "minutes": 30}, "3 hours ago", {"hours": 4}),
        ({"hours": 23}, "23 hours ago", {"days": 1}),
        ({"days": 1}, "1 day ago", {"days": 2}),
        ({"days": 6}, "6 days ago", {"days": 7}),
        ({"days": 8}, "1 week ago", {"days": 14}),
        ({"days": 29}, "4 weeks ago", {"days": 30, "hours": 10}),
        ({"days": 31}, "1 month ago", {"days": 60, "hours": 20}),
        ({"days": 364}, "11 months ago", {"days": 365}),
        ({"days": 365}, "1 year ago", {"days": 730}),
        ({"days": 2000}, "5 years ago", {"days": 2190}),
    ],
)
def test_an_age_is_told_in_plain_words_until_the_next_are_right(age, label, next_age):
    now = THEN + timedelta(**age)
    assert relative_time(THEN, now) == (label, THEN + timedelta(**next_age))


@given(st.timedeltas(timedelta(seconds=-90), timedelta(days=5000)))
def test_the_words_stay_right_until_the_moment_given_and_change_then(age):
    label, change = relative_time(THEN, THEN + age)
    assert change > THEN + age
    assert relative_time(THEN, change - timedelta(microseconds=1))[0] == label
    assert relative_time(THEN, change)[0] != label


def test_a_time_at_the_end_of_the_calendar_is_no_error():
    last = datetime.max.replace(tzinfo=UTC)
    assert relative_time(last, THEN) == ("just now", last)


def test_the_full_time_is_told_in_utc():
    assert exact_time(datetime(2026, 11, 22, 2, 42, tzinfo=UTC)) == "22 November 2026, 02:42 UTC"
    east = timezone(timedelta(hours=2))
    assert exact_time(datetime(2027, 1, 1, 1, 5, tzinfo=east)) == "31 December 2026, 23:05 UTC"


def test_a_time_without_its_zone_is_refused():
    naive = THEN.replace(tzinfo=None)
    for call in (lambda: relative_time(naive, naive), lambda: exact_time(naive)):
        with pytest.raises(ValueError, match="time zone"):
            call()
