"""docs/limits.md says what the code says, and every limit has its test."""

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| `([\w.]+)` \| ([^|]+) \| ([^|]+) \| (\w+) \|$", re.MULTILINE)
ROWS = ROW.findall((ROOT / "docs" / "limits.md").read_text(encoding="utf-8"))


def test_the_page_has_rows() -> None:
    assert len(ROWS) > 15


@pytest.mark.parametrize(("name", "value"), [(row[0], row[1]) for row in ROWS])
def test_the_page_gives_the_value_of_the_code(name: str, value: str) -> None:
    module, _, constant = name.rpartition(".")
    assert str(getattr(import_module(module), constant)) == value


@pytest.mark.parametrize("name", [row[0] for row in ROWS])
def test_every_limit_says_why(name: str) -> None:
    why = next(row[2] for row in ROWS if row[0] == name)
    assert len(why.split()) >= 4


def test_every_limit_has_its_test() -> None:
    written = "\n".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py")
    )
    missing = [row[3] for row in ROWS if f"def {row[3]}(" not in written]
    assert missing == []
