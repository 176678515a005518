"""One migration in a run: the others take copies, and never one that is half made."""

from pathlib import Path
from typing import Any

import pytest

from tests import migrated_once
from tests.migrated_once import SQLITE, begin_with_copy, shared_folder

MADE = "as the migrations leave it"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the databases that were migrated, instead of migrating them."""
    names: list[str] = []

    def migrate(database: dict[str, Any], name: str) -> None:
        names.append(name)
        if database["ENGINE"] == SQLITE:
            Path(name).write_text(MADE)

    monkeypatch.setattr(migrated_once, "migrate", migrate)
    return names


def database(own: Path) -> dict[str, Any]:
    own.parent.mkdir()
    return {"ENGINE": SQLITE, "NAME": "unused", "TEST": {"NAME": str(own)}}


def test_two_processes_begin_with_the_same_migrated_file(tmp_path: Path, made: list[str]) -> None:
    files = [tmp_path / "gw0" / "tests.sqlite3", tmp_path / "gw1" / "tests.sqlite3"]
    for own in files:
        begin_with_copy(database(own), tmp_path / "migrated")
    assert [own.read_text() for own in files] == [MADE, MADE]
    assert len(made) == 1


def test_what_a_killed_process_left_half_made_is_not_taken(tmp_path: Path, made: list[str]) -> None:
    (tmp_path / "migrated.part").write_text("half of it")
    own = tmp_path / "gw0" / "tests.sqlite3"
    begin_with_copy(database(own), tmp_path / "migrated")
    assert own.read_text() == MADE


def test_a_server_copies_the_database_that_was_migrated(tmp_path: Path, made: list[str]) -> None:
    for number in range(2):
        own = {"ENGINE": "postgresql", "NAME": "talk", "TEST": {"NAME": f"test_talk_gw{number}"}}
        begin_with_copy(own, tmp_path / "migrated")
        assert own["TEST"] == {
            "NAME": f"test_talk_gw{number}",
            "TEMPLATE": "test_talk_migrated",
        }
    assert made == ["test_talk_migrated"]


@pytest.mark.parametrize("own", ["pytest-7", "pytest-7/popen-gw0", "pytest-7/popen-gw1"])
def test_all_processes_of_a_run_share_its_folder(
    own: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: Any
) -> None:
    monkeypatch.setattr(tmp_path_factory, "getbasetemp", lambda: tmp_path / own)
    assert shared_folder(tmp_path_factory) == tmp_path / "pytest-7"
