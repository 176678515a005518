"""When a site wants to be asked again."""

from datetime import UTC, datetime

import pytest

from common.net.retrying import MAX_PAUSE_SECONDS, seconds_to_wait

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Mon, 02 Mar 2026 10:05:00 GMT", 300),
        ("Mon, 02 Mar 2026 12:00:30 +0200", 30),
        ("Monday, 02-Mar-26 10:05:00 GMT", 300),
        ("Mon Mar  2 10:05:00 2026", 300),
        ("Mon, 02 Mar 2026 09:00:00 GMT", 0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("\u0661", None),
        ("Mon, 99 Mar 2026 10:05:00 GMT", None),
        ("Mon, 02 Mar 99999 10:05:00 GMT", None),
    ],
)
def test_a_wish_is_a_number_of_seconds_or_a_date(retry_after, seconds):
    assert seconds_to_wait(retry_after, NOW) == seconds


@pytest.mark.parametrize("retry_after", ["86401", "9" * 5000, "Mon, 02 Mar 2099 10:00:00 GMT"])
def test_max_pause_seconds_is_a_day(retry_after):
    assert seconds_to_wait(retry_after, NOW) == MAX_PAUSE_SECONDS == 86_400
