"""`make check`: every check runs, and the failing ones are shown and named."""

import sys
from pathlib import Path

import pytest

from config.bootstrap.checks import CHECKS, Check, run_checks
from config.bootstrap.places import Places
from config.bootstrap.words import Trouble

GOOD = Check("Good", ("-c", "print('quiet')"))
BAD = Check("Bad", ("-c", "print('what is wrong'); raise SystemExit(1)"))
STRICT = "import os; assert os.environ['SITE_URL'] == 'https://example.org'"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A checkout with the Python of these tests."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    return Places(root=tmp_path, data=tmp_path / "var")


def test_checks_that_pass_say_one_line_each(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_checks(places, [GOOD, GOOD]) == 0
    said = capsys.readouterr().out
    assert said.count("Good        passed") == 2 and "quiet" not in said


def test_a_failing_check_is_shown_and_the_others_still_run(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Trouble, match="Not passed: Bad."):
        run_checks(places, [BAD, GOOD])
    said = capsys.readouterr().out
    assert "what is wrong" in said and "Good        passed" in said


def test_settings_are_judged_as_those_of_a_real_installation(places: Places) -> None:
    assert run_checks(places, [Check("Settings", ("-c", STRICT))]) == 0


def test_all_that_was_promised_is_checked() -> None:
    names = [check.name for check in CHECKS]
    assert names == ["Lint", "Format", "Types", "Templates", "Migrations", "Settings", "Floors"]
