"""Emptying between tests: the cache, and the tables, those of append-only logs too."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction
from django.test import TransactionTestCase

# The triggers of the append-only logs, as each database lists them. Those that keep the index of
# search stay: they empty it with its table.
SQLITE_TRIGGERS = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'"
)
POSTGRESQL_GUARDED = (
    "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
)


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Keys come again in every test, so a page kept by the last one must not."""
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def logs_that_can_be_emptied() -> Iterator[None]:
    """After a test with real transactions every table is emptied, the append-only logs too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: empty_tables())
        yield


def empty_tables() -> None:
    """Delete every row but of what Django knows of our models, which no test changes.

    Django's own way truncates all tables, which takes PostgreSQL a hundred times as long as to
    empty those few that a test wrote to, and then stores again what it knows of the models.
    """
    with no_triggers():
        delete_rows()
    put_texts_back()


def delete_rows() -> None:
    """Empty the tables that have rows. Foreign keys are looked at when all is done."""
    tables = set(connection.introspection.django_table_names(only_existing=True))
    tables -= {ContentType._meta.db_table, Permission._meta.db_table}
    # `tables` are names of our models, quoted by the database's own rules.
    names = {table: connection.ops.quote_name(table) for table in sorted(tables)}
    asked = [f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {names[table]})" for table in names]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        for (table,) in cursor.fetchall():
            cursor.execute(f"DELETE FROM {names[table]}")


def put_texts_back() -> None:
    """What members agree to comes with the tables, and every page that asks for it needs it."""
    first = import_module("community.migrations.0031_first_agreement_texts")
    first.store(apps, None)


@contextmanager
def no_triggers() -> Iterator[None]:
    """Put the triggers of the logs aside, and back again whatever happens."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_GUARDED)
            tables = [table for (table,) in cursor.fetchall()]
            aside = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables]
            back = [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in tables]
        else:
            cursor.execute(SQLITE_TRIGGERS)
            triggers = cursor.fetchall()
            aside = [f"DROP TRIGGER {name}" for name, _ in triggers]
            back = [sql for _, sql in triggers]
        run(aside)
        try:
            yield
        finally:
            run(back)


def run(statements: list[str]) -> None:
    """Run statements that take no values."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
