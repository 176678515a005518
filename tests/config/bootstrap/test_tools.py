"""What the tests use beyond Python is found, or named as missing."""

from pathlib import Path

import pytest

from config.bootstrap.tools import find_chromium, install_checkers

NPM = """#!/bin/sh
echo called >> calls
[ "$NPM_CODE" ] && { echo "no network" >&2; exit "$NPM_CODE"; }
mkdir -p node_modules
"""


def put(folder: Path, name: str, text: str = "#!/bin/sh\n") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    (folder / name).chmod(0o755)
    return folder / name


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a lock file, and an `npm` that only writes down that it was called."""
    put(tmp_path / "bin", "npm", NPM)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    (tmp_path / "package-lock.json").write_text("{}")
    return tmp_path


def calls_in(package: Path) -> int:
    calls = package / "calls"
    return len(calls.read_text().splitlines()) if calls.exists() else 0


def test_chromium_is_found_by_its_variable_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    usual = put(tmp_path / "bin", "google-chrome")
    own = put(tmp_path / "own", "chromium")
    assert find_chromium({}) == str(usual)
    assert find_chromium({"CHROMIUM": str(own)}) == str(own)
    assert find_chromium({"CHROMIUM": str(tmp_path / "nowhere")}) is None


def test_checkers_are_installed_once_and_again_when_the_lock_file_changes(package: Path) -> None:
    assert install_checkers(package) and install_checkers(package)
    assert calls_in(package) == 1
    (package / "package-lock.json").write_text('{"name": "other"}')
    assert install_checkers(package)
    assert calls_in(package) == 2


def test_checkers_that_cannot_be_installed_are_told_with_npms_words(
    package: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NPM_CODE", "1")
    assert not install_checkers(package)
    assert "no network" in capsys.readouterr().out


def test_without_npm_there_are_no_checkers(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(package / "nowhere"))
    assert not install_checkers(package)
