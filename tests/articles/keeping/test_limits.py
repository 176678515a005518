"""How many days something still has."""

from datetime import UTC, datetime, timedelta

from articles.keeping.limits import days_left, kept_for

ASKED_AT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def test_a_day_that_has_begun_counts() -> None:
    whole = kept_for("questions").days
    assert days_left("questions", ASKED_AT, ASKED_AT) == whole
    assert days_left("questions", ASKED_AT, ASKED_AT + timedelta(minutes=1)) == whole
    assert days_left("questions", ASKED_AT, ASKED_AT + timedelta(days=1)) == whole - 1


def test_nothing_has_fewer_than_no_days() -> None:
    last = ASKED_AT + kept_for("questions") - timedelta(minutes=1)
    assert days_left("questions", ASKED_AT, last) == 1
    assert days_left("questions", ASKED_AT, last + timedelta(days=9)) == 0
