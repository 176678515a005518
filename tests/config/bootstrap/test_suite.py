"""`make test`: which databases it runs on, what reaches pytest, and what CI refuses."""

from pathlib import Path
from typing import Any

import pytest

from config.bootstrap import suite
from config.bootstrap.places import Places
from config.bootstrap.suite import explain_missing, is_strict, name_database, run_suite
from config.bootstrap.words import Trouble

ECHO = """#!/bin/sh
echo "$DATABASE_URL|$SITE_URL|$*" >> "$CALLS"
echo "$SECOND_RUN" >> "$CALLS.second"
echo "$PYTHONDONTWRITEBYTECODE" >> "$CALLS.uncompiled"
case "$DATABASE_URL" in postgres*) exit ${POSTGRES_CODE:-0};; esac
"""


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A checkout whose Python only writes down how it was called."""
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(ECHO)
    python.chmod(0o755)
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))
    monkeypatch.delenv("CI", raising=False)
    return Places(root=tmp_path, data=tmp_path / "var")


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a function that says which tools this machine is to have."""

    def set_found(*, postgres: str | None, missing: list[str]) -> None:
        monkeypatch.setattr(suite, "find_postgres", lambda places, environ: postgres)
        monkeypatch.setattr(suite, "find_missing", lambda places, postgres: missing)

    return set_found


def calls_of(places: Places) -> list[list[str]]:
    return [line.split("|") for line in (places.root / "calls").read_text().splitlines()]


def test_the_suite_runs_on_sqlite_and_again_on_postgresql(places: Places, found: Any) -> None:
    found(postgres="postgres://me:secret@here:5433/x", missing=[])
    assert run_suite(places, []) == 0
    first, second = (database for database, _, _ in calls_of(places))
    assert first == "" and second.startswith("postgres://me:secret@here:5433/commonthread_")


def test_two_checkouts_use_two_databases(tmp_path: Path) -> None:
    names = {name_database("postgres://h/x", Places(tmp_path / n, tmp_path)) for n in ("a", "b")}
    assert len(names) == 2


def test_further_words_reach_pytest_after_ours(places: Places, found: Any) -> None:
    found(postgres=None, missing=["PostgreSQL"])
    run_suite(places, ["-k", "two words"])
    [(_, _, words)] = calls_of(places)
    assert words.startswith("-m pytest --numprocesses auto") and words.endswith("-k two words")


def test_a_developers_own_settings_do_not_reach_the_tests(
    places: Places, found: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://talk.example.org")
    monkeypatch.setenv("DATABASE_URL", "postgres://production/real")
    found(postgres=None, missing=[])
    run_suite(places, [])
    assert [call[:2] for call in calls_of(places)] == [["", ""]]


def test_what_is_compiled_once_is_stored_for_the_processes_to_come(
    places: Places, found: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    found(postgres=None, missing=[])
    run_suite(places, [])
    assert (places.root / "calls.uncompiled").read_text().strip() == ""


@pytest.mark.parametrize(("everything", "second"), [("", ["", "1"]), ("1", ["", ""])])
def test_the_second_database_is_told_that_it_is_the_second(
    places: Places, found: Any, monkeypatch: pytest.MonkeyPatch, everything: str, second: list[str]
) -> None:
    monkeypatch.setenv("EVERYTHING", everything)
    monkeypatch.delenv("SECOND_RUN", raising=False)
    found(postgres="postgres://here/x", missing=[])
    run_suite(places, [])
    assert (places.root / "calls.second").read_text().splitlines() == second


def test_a_failure_on_one_database_fails_the_whole(
    places: Places, found: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POSTGRES_CODE", "2")
    found(postgres="postgres://here/x", missing=[])
    assert run_suite(places, []) == 2
    said = capsys.readouterr().out
    assert "SQLite: all passed" in said and "PostgreSQL: not passed (pytest exit code 2)" in said


def test_what_is_missing_is_said_with_how_to_enable_it(
    places: Places, found: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    found(postgres=None, missing=["PostgreSQL", "Chromium"])
    assert run_suite(places, []) == 0
    said = capsys.readouterr().out
    assert "PostgreSQL: left out" in said
    assert "TEST_DATABASE_URL" in said and "set CHROMIUM to its path" in said


def test_with_ci_true_a_missing_tool_is_refused_before_any_test(
    places: Places, found: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    found(postgres="postgres://here/x", missing=["Chromium"])
    with pytest.raises(Trouble, match="No Chromium was found. To enable: install it"):
        run_suite(places, [])
    assert not (places.root / "calls").exists()


@pytest.mark.parametrize(("value", "strict"), [("true", True), ("1", True), ("", False)])
def test_ci_is_read_as_yes_or_no(value: str, strict: bool) -> None:
    assert is_strict({"CI": value}) is strict


def test_every_tool_has_its_way_to_be_enabled() -> None:
    tools = ["PostgreSQL", "Chromium", "Java", "npm"]
    assert explain_missing(tools).count("To enable: ") == len(tools)
