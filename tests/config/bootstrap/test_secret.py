"""The secret key: made once, private, and never half there."""

import stat
from pathlib import Path

from config.bootstrap.secret import ensure_secret_key


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_key_is_made_in_a_private_folder(tmp_path: Path) -> None:
    key = ensure_secret_key(tmp_path / "var")
    assert mode_of(key) == 0o600 and mode_of(tmp_path / "var") == 0o700
    assert len(set(key.read_text())) > 20


def test_a_key_that_is_there_is_kept_and_made_private(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("kept\n")
    (tmp_path / "secret_key").chmod(0o644)
    key = ensure_secret_key(tmp_path)
    assert key.read_text() == "kept\n" and mode_of(key) == 0o600


def test_an_empty_key_of_a_power_cut_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()
    (tmp_path / "secret_key.new").write_text("half of a k")
    assert len(ensure_secret_key(tmp_path).read_text()) > 50
    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]


def test_two_keys_are_never_the_same(tmp_path: Path) -> None:
    first, second = (ensure_secret_key(tmp_path / name).read_text() for name in "ab")
    assert first != second
