"""A file is read on a few screens."""

from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Longer, and a file holds more than one thing: split it by meaning.
LONGEST_FILE = 300
FOLDERS = ("common", "articles", "community", "config", "tests")
# What tools write: chains of migrations, and packages of others.
WRITTEN_BY_TOOLS = {"migrations", "node_modules"}


def test_no_file_is_longer_than_a_few_screens() -> None:
    none_of(find_long_files(ROOT))


def test_a_long_file_is_found(tmp_path: Path) -> None:
    for folder in ("common", "articles/migrations"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "fine.py").write_text("x = 1\n" * LONGEST_FILE)
        (tmp_path / folder / "long.py").write_text("x = 1\n" * (LONGEST_FILE + 1))
    assert list(find_long_files(tmp_path)) == ["common/long.py has 301 lines"]


def none_of(found: Iterable[str]) -> None:
    """Fail with one line for each thing that was found."""
    lines = list(found)
    assert not lines, "\n" + "\n".join(lines)


def find_long_files(root: Path) -> Iterator[str]:
    """Yield each of our own Python files that is too long."""
    for file in (file for folder in FOLDERS for file in sorted((root / folder).rglob("*.py"))):
        lines = len(file.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST_FILE and not WRITTEN_BY_TOOLS & set(file.parts):
            yield f"{file.relative_to(root)} has {lines} lines"
