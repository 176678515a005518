"""The two statements with which every page of a member begins, written out.

Building such a statement from a queryset takes four times as long as its answer.
"""

from datetime import datetime
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection

from community.members.models import Member

# The names below are those of our own tables and columns; every value is a parameter.
# ruff: noqa: S608

FIND_SESSION = f"""
    SELECT session_data FROM {Session._meta.db_table}
    WHERE session_key = %s AND expire_date > %s
"""

# Times are left out: no page asks when its own reader joined, and each database has its own way
# of writing them.
MEMBER_FIELDS = (
    "id",
    "password",
    "is_superuser",
    "email",
    "pseudonym",
    "pseudonym_key",
    "role",
    "is_active",
    "approved_posts",
)
FIND_MEMBER = f"SELECT {', '.join(MEMBER_FIELDS)} FROM {Member._meta.db_table} WHERE id = %s"


def fetch(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """All rows that a statement gives."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def change(statement: str, *values: Any) -> None:
    """Run a statement that changes rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def stored_time(when: datetime | None) -> Any:
    """A time as this database compares and keeps it."""
    return connection.ops.adapt_datetimefield_value(when)
