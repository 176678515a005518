"""The files of the SQLite database, which no test may open by itself.

A process that opens and closes such a file gives up every lock SQLite holds on it in the same
process (https://www.sqlite.org/howtocorrupt.html, section 2.2). Another process then takes itself
for the last one, removes the write-ahead log, and the next connection here meets "disk I/O error".
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

DATABASE = "common-thread-tests.sqlite3"
ENDINGS = "", "-wal", "-shm", "-journal"
READ = "import pathlib, sys; sys.stdout.buffer.write(pathlib.Path(sys.argv[1]).read_bytes())"


def database_files() -> dict[str, bytes]:
    """What the files of the database hold, by name; none where the database has a server.

    Read by another process, so that the locks of this one stay.
    """
    if connection.vendor != "sqlite":
        return {}
    path = Path(str(connection.settings_dict["NAME"]))
    files = [path.with_name(path.name + ending) for ending in ENDINGS[:2]]
    return {file.name: _read_elsewhere(file) for file in files if file.exists()}


def _read_elsewhere(file: Path) -> bytes:
    command = [sys.executable, "-I", "-c", READ, str(file)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def refuse(event: str, args: tuple[Any, ...]) -> None:
    """Fail whoever opens the database of the tests in this process. SQLite itself is not seen."""
    if event != "open" or not isinstance(args[0], str | bytes | os.PathLike):
        return
    if os.path.basename(os.fsdecode(args[0])) in {DATABASE + ending for ending in ENDINGS}:
        raise AssertionError("Read the files of the database with tests.database_files.")


@pytest.fixture(autouse=True, scope="session")
def locks_stay() -> None:
    """Keep the locks of this process: nothing but SQLite opens the database."""
    sys.addaudithook(refuse)
