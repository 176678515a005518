"""The two statements with which every page of a member begins, written out.

Building such a statement from a queryset takes four times as long as its answer.
"""

from datetime import UTC, date, datetime
from typing import Any

from django.db import connection

from community.members.models import Member
from community.members.sessions.models import Session

# The names below are those of our own tables and columns; every value is a parameter.
# ruff: noqa: S608

FIND_SESSION = f"""
    SELECT session_data, used_on < %s FROM {Session._meta.db_table}
    WHERE session_key = %s AND expire_date > %s
"""

# In the order of the model. When somebody joined is left out: no page asks its own reader.
MEMBER_FIELDS = (
    "id",
    "password",
    "is_superuser",
    "email",
    "public_id",
    "pseudonym",
    "pseudonym_key",
    "role",
    "is_active",
    "approved_posts",
    "trust_paused_until",
    "paused_until",
    "is_banned",
    "is_read_first",
    "read_first_until",
    "gap_seconds",
    "slowed_until",
    "is_warned",
    "has_interest",
    "must_agree",
    "second_thoughts",
)
TIMES = ("trust_paused_until", "paused_until", "read_first_until", "slowed_until")
FIND_MEMBER = f"SELECT {', '.join(MEMBER_FIELDS)} FROM {Member._meta.db_table} WHERE id = %s"


def member_values(row: tuple[Any, ...]) -> list[Any]:
    """The values of `MEMBER_FIELDS` as a member holds them."""
    named = dict(zip(MEMBER_FIELDS, row, strict=True))
    for name in TIMES:
        named[name] = read_time(named[name])
    return list(named.values())


def fetch(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """All rows that a statement gives."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def change(statement: str, *values: Any) -> None:
    """Run a statement that changes rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def change_many(statement: str, rows: list[tuple[Any, ...]]) -> None:
    """Run a statement once for every row of values, in one go."""
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def read_time(stored: Any) -> datetime | None:
    """A time that a statement gave: SQLite keeps it in UTC, without saying so."""
    time: datetime | None = stored
    return time.replace(tzinfo=UTC) if time and time.tzinfo is None else time


def known_time(stored: Any) -> datetime:
    """The same where there always is a time."""
    time = read_time(stored)
    assert time is not None
    return time


def stored_time(when: datetime | None) -> Any:
    """A time as this database compares and keeps it."""
    return connection.ops.adapt_datetimefield_value(when)


def stored_day(day: date) -> Any:
    """A day as this database compares and keeps it."""
    return connection.ops.adapt_datefield_value(day)
