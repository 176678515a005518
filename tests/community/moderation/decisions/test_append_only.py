"""The logs can only be added to: the database itself refuses everything else."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, models, transaction

from community.desk.actions import log_act
from community.desk.models import DeskLogEntry
from community.members.models import Member
from community.moderation.decisions.actions import approve_comment
from community.moderation.models import Decision


@pytest.fixture
def decision(say: Callable, mo: Member) -> Decision:
    return approve_comment(comment=say(), moderator=mo, version=1)


@pytest.fixture
def desk_entry(thread, stefan: Member) -> DeskLogEntry:
    log_act(thread.article, DeskLogEntry.Act.EDITED, stefan, "title")
    return DeskLogEntry.objects.latest("pk")


@pytest.fixture(params=["decision", "desk_entry"])
def row(request: pytest.FixtureRequest) -> models.Model:
    """A row of each of the two logs."""
    return request.getfixturevalue(request.param)


def stored(row: models.Model) -> dict:
    return type(row).objects.filter(pk=row.pk).values().get()


def refuses(row: models.Model, change: Callable[[], object]) -> None:
    """The change is refused with a reason, and the row is as it was."""
    before = stored(row)
    with pytest.raises(IntegrityError, match="can only be added to"), transaction.atomic():
        change()
    assert stored(row) == before


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def table(row: models.Model) -> str:
    return row._meta.db_table


def text_column(row: models.Model) -> str:
    return "words" if isinstance(row, Decision) else "note"


def test_a_row_cannot_be_changed_through_the_models(row: models.Model) -> None:
    setattr(row, text_column(row), "something kinder")
    refuses(row, row.save)


def test_rows_cannot_be_changed_in_bulk(row: models.Model) -> None:
    changed = {text_column(row): "something kinder"}
    refuses(row, lambda: type(row).objects.update(**changed))


def test_a_row_cannot_be_changed_by_hand(row: models.Model) -> None:
    statement = f"UPDATE {table(row)} SET {text_column(row)} = %s WHERE id = %s"
    refuses(row, lambda: sql(statement, "something kinder", row.pk))


def test_a_row_cannot_be_deleted_through_the_models(row: models.Model) -> None:
    refuses(row, row.delete)


def test_a_row_cannot_be_deleted_by_hand(row: models.Model) -> None:
    refuses(row, lambda: sql(f"DELETE FROM {table(row)} WHERE id = %s", row.pk))


def test_a_row_cannot_be_replaced_by_another_of_its_number(row: models.Model) -> None:
    if connection.vendor == "sqlite":
        columns = ", ".join(field.column for field in row._meta.local_fields)
        replace = (
            f"INSERT OR REPLACE INTO {table(row)} ({columns}) SELECT {columns} FROM {table(row)}"
        )
    else:
        column = text_column(row)
        replace = (
            f"INSERT INTO {table(row)} SELECT * FROM {table(row)} "
            f"ON CONFLICT (id) DO UPDATE SET {column} = 'something kinder'"
        )
    refuses(row, lambda: sql(replace))


def test_a_log_cannot_be_emptied_at_once(row: models.Model) -> None:
    if connection.vendor == "postgresql":
        sql("SET CONSTRAINTS ALL IMMEDIATE")  # or it is refused for what this test has just stored
        refuses(row, lambda: sql(f"TRUNCATE {table(row)} CASCADE"))
    else:
        refuses(row, lambda: sql(f"DELETE FROM {table(row)}"))


def test_rows_can_be_added(decision: Decision, desk_entry: DeskLogEntry) -> None:
    assert stored(decision) and stored(desk_entry)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_tests_with_real_transactions_leave_the_logs_guarded(time: str, decision: Decision) -> None:
    assert Decision.objects.count() == 1
    refuses(decision, lambda: Decision.objects.update(words=time))
