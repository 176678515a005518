"""The database is migrated once in a run, and each process of pytest-xdist takes a copy.

The copy is made anew in every run, so that it is never older than the migrations.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import setup_databases, teardown_databases
from pytest_django import DjangoDbBlocker

from config.bootstrap.locking import hold_lock
from tests.database_files import DATABASE

ROOT = Path(__file__).parents[1]
SQLITE = "django.db.backends.sqlite3"
SITE_FILE = "commonthread.sqlite3"  # the name of the database in the folder of a site
END_OTHER_SESSIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def settings_of_database() -> dict[str, Any]:
    """What Django knows of the one database; changes hold for the connections to come."""
    found: dict[str, Any] = connections["default"].settings_dict
    return found


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest) -> bool:
    """Use the file that was copied. The folder it lies in is new in every run."""
    is_kept: bool = request.config.getvalue("reuse_db")
    return is_kept or settings_of_database()["ENGINE"] == SQLITE


@pytest.fixture(scope="session")
def django_db_createdb(request: pytest.FixtureRequest) -> bool:
    """`--create-db` makes a database on a server anew; a file is new in any case."""
    is_new: bool = request.config.getvalue("create_db")
    return is_new and settings_of_database()["ENGINE"] != SQLITE


@pytest.fixture(scope="session")
def one_at_a_time(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ExitStack]:
    """Closed when the database of this process is there: then the next process may set up its own."""
    with ExitStack() as stack:
        stack.enter_context(hold_lock(shared_folder(tmp_path_factory) / "migrated.lock"))
        yield stack


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_test_environment: None,
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_blocker: DjangoDbBlocker,
    one_at_a_time: ExitStack,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Give SQLite a file, as in production, and let neither database wait for the disk.

    In memory, all threads of a live server would share one connection and so one transaction.
    What is lost when the power fails no test can see: those that kill a server start one of
    their own, which waits.
    """
    database = settings_of_database()
    if database["ENGINE"] == SQLITE:
        database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF; "
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / DATABASE)
    else:
        database.setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off"
    original = shared_folder(tmp_path_factory) / "migrated"
    with django_db_blocker.unblock():
        begin_with_copy(database, original)
    yield
    with django_db_blocker.unblock():
        drop_original(database, original)


@pytest.fixture(scope="session")
def migrated_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database of SQLite that nobody opens: for tests that copy it and run a site of their own."""
    if settings_of_database()["ENGINE"] == SQLITE:
        request.getfixturevalue("django_db_setup")
        return shared_folder(tmp_path_factory) / "migrated"
    folder = tmp_path_factory.mktemp("migrated")
    environment = os.environ | {"DATA_DIR": str(folder), "DATABASE_URL": ""}
    command = [sys.executable, "manage.py", "migrate", "-v0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return folder / SITE_FILE


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder of this run that its processes share; it is new in every run."""
    own = factory.getbasetemp()
    return own.parent if own.name.startswith("popen-") else own


def begin_with_copy(database: dict[str, Any], original: Path) -> None:
    """Let the database of this process begin as a copy of the migrated one, which the first makes.

    `original` is the file of SQLite; on a server, a file that names the migrated database.
    """
    if not original.exists():
        part = original.with_suffix(".part")
        name = str(part) if database["ENGINE"] == SQLITE else f"test_{database['NAME']}_migrated"
        migrate(database, name)
        if database["ENGINE"] != SQLITE:
            part.write_text(name, encoding="utf-8")
        part.rename(original)
    if database["ENGINE"] == SQLITE:
        own = Path(database["TEST"]["NAME"])
        # Under another name first, which Python may open: see tests.database_files.
        shutil.copyfile(original, own.with_suffix(".part")).rename(own)
    else:
        database["TEST"]["TEMPLATE"] = original.read_text(encoding="utf-8")


def migrate(database: dict[str, Any], name: str) -> None:
    """Make a database called `name`, migrate it, and leave it behind."""
    own = database["TEST"]["NAME"]
    database["TEST"]["NAME"] = name
    before = setup_databases(verbosity=0, interactive=False, serialized_aliases=set())
    teardown_databases(before, verbosity=0, keepdb=True)
    database["TEST"]["NAME"] = own


def drop_original(database: dict[str, Any], original: Path) -> None:
    """Drop the migrated database from its server when the first process is done with its tests."""
    if database["ENGINE"] == SQLITE:
        return
    with hold_lock(original.with_suffix(".lock")):
        if original.exists():
            name = connection.ops.quote_name(original.read_text(encoding="utf-8"))
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"DROP DATABASE {name}")
            original.unlink()


@pytest.fixture(scope="session")
def django_db_setup(
    one_at_a_time: ExitStack, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """End what the threads of live servers leave connected, so that the database can be dropped."""
    one_at_a_time.close()
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(END_OTHER_SESSIONS)
