"""The database of the tests keeps its locks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from community.members.models import Member
from tests.database_files import DATABASE, database_files

JOINED_ELSEWHERE = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as there:
    print(there.execute("SELECT count(*) FROM community_member").fetchone()[0])
there.close()
"""


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_no_test_opens_the_database_by_itself(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"{DATABASE}{ending}"
    for opened in (
        lambda: file.read_bytes(),
        lambda: shutil.copy(file, tmp_path / "copied"),
        lambda: os.open(bytes(file), os.O_RDONLY),
    ):
        with pytest.raises(AssertionError, match=r"tests\.database_files"):
            opened()


@pytest.mark.django_db(transaction=True)
def test_who_reads_it_for_us_leaves_the_locks(alice: Member) -> None:
    if connection.vendor != "sqlite":
        assert not database_files()
        return
    assert any(b"alice@people.example" in data for data in database_files().values())
    command = [sys.executable, "-c", JOINED_ELSEWHERE, str(connection.settings_dict["NAME"])]
    assert subprocess.run(command, capture_output=True, check=True).stdout.strip() == b"1"
    # Had it been alone with the file, it would have taken the log away.
    assert Path(f"{connection.settings_dict['NAME']}-wal").exists()
