"""What is skipped is said, and with CI=true nothing may be."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PYTEST = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
TESTS = """
import pytest

def test_that_passes():
    pass

def test_that_lacks_something():
    pytest.skip("No Chromium was found. To enable: install it.")

@pytest.mark.xfail(strict=True)
def test_that_is_known_to_fail():
    assert False
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small suite with the hooks of the real one."""
    (tmp_path / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n    seeds: x\n    looks: x\n    browser: x\n    django_db: x\n"
    )
    (tmp_path / "test_it.py").write_text(TESTS)
    shutil.copy(ROOT / "tests" / "skips.py", tmp_path / "conftest.py")
    return tmp_path


def run_pytest(folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    ours = ("CI", "SECOND_RUN")
    inherited = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [*PYTEST, "-c", "pytest.ini", "."],
        cwd=folder,
        env=inherited | {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"} | environ,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_skip_is_told_with_how_to_enable_it(folder: Path) -> None:
    done = run_pytest(folder)
    assert done.returncode == 0
    assert "1 left out. No Chromium was found. To enable: install it." in done.stdout


def test_with_ci_true_a_skip_is_a_failure(folder: Path) -> None:
    done = run_pytest(folder, CI="true")
    assert done.returncode == 1
    assert "Nothing may be skipped with CI=true. No Chromium was found." in done.stdout
    assert "1 failed, 1 passed, 1 xfailed" in done.stdout


def test_with_ci_true_a_skipped_file_is_a_failure(folder: Path) -> None:
    (folder / "test_it.py").write_text("import pytest\npytest.importorskip('nowhere_to_be_found')")
    assert run_pytest(folder).returncode == 5
    assert "Nothing may be skipped" in run_pytest(folder, CI="true").stdout


def test_tests_of_the_founding_documents_are_left_out_where_those_are_not(folder: Path) -> None:
    text = "import pytest\n@pytest.mark.seeds\ndef test_seeds(): assert False\ndef test_b(): pass"
    (folder / "test_it.py").write_text(text)
    done = run_pytest(folder, CI="true")
    assert done.returncode == 0
    assert "1 passed, 1 deselected" in done.stdout and "founding documents" in done.stdout


ON_A_SECOND_DATABASE = """
import pytest

@pytest.fixture
def db(): pass

@pytest.fixture
def alice(db): pass

def test_that_asks_for_somebody_who_is_stored(alice): pass

@pytest.mark.django_db
def test_that_is_marked(): pass

def test_that_is_pure(): pass

@pytest.mark.browser
def test_of_what_a_script_does(alice): pass

@pytest.mark.looks
def test_of_what_a_page_looks_like(alice): pass
"""


def test_a_second_database_is_asked_only_what_it_could_answer_otherwise(folder: Path) -> None:
    (folder / "test_it.py").write_text(ON_A_SECOND_DATABASE)
    assert "5 passed" in run_pytest(folder).stdout
    done = run_pytest(folder, CI="true", SECOND_RUN="1")
    assert "2 passed, 3 deselected" in done.stdout and "ran on SQLite before" in done.stdout
