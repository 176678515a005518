"""The databases that are measured: SQLite, and PostgreSQL where one is within reach."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Identifier

from config.bootstrap.places import find_places
from config.bootstrap.suite import name_database
from config.bootstrap.tools import find_postgres

# Makes the environment that leads to a database of that name.
Named = Callable[[str], dict[str, str]]


@contextmanager
def sqlite(data: Path) -> Iterator[Named]:
    """A folder for each name; it stays as long as the folder of the whole run."""

    def make(name: str) -> dict[str, str]:
        (data / name).mkdir(exist_ok=True)
        return {"DATA_DIR": str(data / name), "DATABASE_URL": ""}

    yield make


@contextmanager
def postgres(server: str, data: Path) -> Iterator[Named]:
    """An empty database for each name; dropped at the end, with whoever is still connected."""
    made: list[str] = []
    mark = name_database("", find_places(os.environ)).strip("/")
    with psycopg.connect(server, autocommit=True) as connection:

        def drop(database: str) -> None:
            line = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(database))
            connection.execute(line)

        def make(name: str) -> dict[str, str]:
            database = f"{mark}_{name.replace('-', '_')}"
            drop(database)
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(database)))
            made.append(database)
            folder = data / f"{name}-postgres"
            folder.mkdir(exist_ok=True)
            url = f"{server.rpartition('/')[0]}/{database}"
            return {"DATA_DIR": str(folder), "DATABASE_URL": url}

        try:
            yield make
        finally:
            for database in made:
                drop(database)


def within_reach() -> str | None:
    """The address of a PostgreSQL where databases may be made, if there is one."""
    return find_postgres(find_places(os.environ), os.environ)
