"""What holds for every test: what may be skipped, what was, and which database it runs on."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from pytest_django import DjangoDbBlocker

pytest_plugins = (
    "tests.people",
    "tests.database_files",
    "tests.emptying",
    "tests.hostile",
    "tests.indexed",
    "tests.judging",
    "tests.skips",
    "tests.static_files",
)

# Generated examples are not timed: a machine under load is no error.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

END_OTHER_SESSIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Give SQLite a file, as in production, and let neither database wait for the disk.

    In memory, all threads of a live server would share one connection and so one transaction.
    What is lost when the power fails no test can see: those that kill a server start one of
    their own, which waits.
    """
    from django.db import connections

    from tests.database_files import DATABASE

    database = connections["default"].settings_dict
    if database["ENGINE"] == "django.db.backends.sqlite3":
        file = tmp_path_factory.mktemp("database") / DATABASE
        database["TEST"]["NAME"] = str(file)
        database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF; "
    else:
        database.setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """End what the threads of live servers leave connected, so that the database can be dropped."""
    yield
    from django.db import connection

    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(END_OTHER_SESSIONS)
