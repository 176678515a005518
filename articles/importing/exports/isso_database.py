"""Opening a database that a stranger may have made: in memory, read only, within limits.

See "Defense Against The Dark Arts" in SQLite's documentation: no trust in its schema, nothing
but reading two tables, and an end to everything that takes too long.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

from articles.importing.exports.json_values import Row
from articles.importing.exports.limits import MAX_DATABASE_SECONDS, MAX_TEXT_CHARS
from articles.importing.records import ParseError

MAGIC = b"SQLite format 3\0"
_TABLES = {
    "threads": ("id", "uri", "title"),
    "comments": ("tid", "id", "parent", "created", "mode", "text", "author", "email"),
}
_STEPS = 10_000
# File format versions in the header: 2 asks for a journal beside the file, which is not there.
_VERSIONS = slice(18, 20)
_READS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    """Open a database of Isso. Raises ParseError for one that is damaged or of another kind."""
    if len(data) < 100 or not data.startswith(MAGIC):
        raise ParseError("This is no SQLite database; give the file of Isso again.")
    with closing(sqlite3.connect(":memory:")) as database, _errors():
        database.deserialize(data[: _VERSIONS.start] + b"\1\1" + data[_VERSIONS.stop :])
        _guard(database)
        _check_tables(database)
        yield database


def rows(database: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Give the rows of one of the two tables by their ids; only the columns that are needed."""
    names = _TABLES[table]
    found = database.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY id")  # noqa: S608
    for row in found:
        yield dict(zip(names, row, strict=True))


def _guard(database: sqlite3.Connection) -> None:
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "temp_store = MEMORY",
        "query_only = ON",
    ):
        database.execute(f"PRAGMA {pragma}")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 4 * MAX_TEXT_CHARS)
    database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    database.text_factory = lambda text: text.decode("utf-8", "replace")
    until = time.monotonic() + MAX_DATABASE_SECONDS
    database.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    database.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_OK if action in _READS else sqlite3.SQLITE_DENY
    )


def _check_tables(database: sqlite3.Connection) -> None:
    """Make sure that both are tables with the columns of Isso, and no views of something else."""
    found = database.execute("SELECT name, type, rootpage FROM sqlite_master").fetchmany(1000)
    tables = {name for name, kind, page in found if kind == "table" and page}
    for table, names in _TABLES.items():
        if table not in tables:
            raise ParseError(
                f"This database has no table {table!r}, so it is not one of Isso; give another."
            )
        columns = database.execute(f"SELECT * FROM {table} LIMIT 0").description  # noqa: S608
        missing = set(names) - {column[0] for column in columns}
        if missing:
            raise ParseError(
                f"The table {table!r} has no {' and no '.join(sorted(missing))}, "
                "so it is not one of Isso; give another."
            )


@contextmanager
def _errors() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OverflowError, ValueError, MemoryError) as error:
        raise ParseError(
            "This database is damaged or takes too long to read; copy it again while Isso rests."
        ) from error
