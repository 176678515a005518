"""docs/limits.md says what the code says, every limit has its tests, and no limit is left out."""

import ast
import math
import re
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest

from tests.docs.not_limits import NOT_LIMITS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([\w./:]+)` \| ([^|]+) \| ([^|]+) \| (\w+(?:, \w+)*) \|$", re.MULTILINE)
ROWS: list[tuple[str, str, str, str]] = ROW.findall(PAGE)
NAMES = [row[0] for row in ROWS]

# The words that limits are named with. Every length of time is looked at, too.

LIMIT_WORDS = frozenset(
    """
    AGE BEGINNING COOKIE DIGITS EVERY FRONT HOUR KEPT LENGTH LINKS LONG MAX MIN MINUTE MOST PAGE
    POSTS REPLIES RESENDS ROWS SECONDS SHOWN TEXTS TIME TRIES WINDOW
    """.split()
)


def test_every_row_of_the_page_can_be_read() -> None:
    assert len(ROWS) == len(re.findall(r"^\| `", PAGE, re.MULTILINE)) > 100
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize(("name", "value"), [(row[0], row[1]) for row in ROWS])
def test_the_page_gives_the_value_of_the_code(name: str, value: str) -> None:
    assert str(value_of(name)) == value


@pytest.mark.parametrize("name", NAMES)
def test_every_limit_says_why(name: str) -> None:
    why = next(row[2] for row in ROWS if row[0] == name)
    assert len(why.split()) >= 4


def test_every_limit_has_its_tests() -> None:
    written = "\n".join(
        file.read_text(encoding="utf-8")
        for file in (ROOT / "tests").rglob("test_*.py")
        if "node_modules" not in file.parts
    )
    named = [name for row in ROWS for name in row[3].split(", ")]
    assert [name for name in named if f"def {name}(" not in written] == []


def test_no_limit_of_the_code_is_left_out() -> None:
    found = set(find_limits(ROOT))
    assert found - set(NAMES) - set(NOT_LIMITS) == set()
    assert set(NOT_LIMITS) - found == set(), "no longer there"
    assert set(NOT_LIMITS) & set(NAMES) == set()


@pytest.mark.parametrize("name", ["WORDS_MAX", "MAX_LINES", "EVENTS_KEPT", "LIST_LENGTH", "TRIES"])
def test_a_limit_is_known_by_its_name(name: str) -> None:
    assert looks_like_a_limit(name, 7)


def test_a_length_of_time_is_looked_at_whatever_its_name() -> None:
    assert looks_like_a_limit("HELD_BACK", timedelta(days=1))


@pytest.mark.parametrize(
    ("name", "value"), [("GZIP_LEVEL", 6), ("MAXIMAL", 7), ("TOO_LONG", "words"), ("IS_MAX", True)]
)
def test_other_constants_are_left_alone(name: str, value: object) -> None:
    assert not looks_like_a_limit(name, value)


def test_a_limit_among_several_on_one_line_is_found() -> None:
    tree = ast.parse("A_MAX, B_MAX = 1, 2\nC_MAX: int = 3\n_D_MAX = 4\ndef f():\n    E_MAX = 5")
    assert list(find_constants(tree)) == ["A_MAX", "B_MAX", "C_MAX"]


def find_limits(root: Path) -> Iterator[str]:
    """Yield the dotted name of every constant that looks like a limit people can meet."""
    for floor in ("articles", "common", "community"):
        for file in sorted((root / floor).rglob("*.py")):
            module = ".".join(file.relative_to(root).with_suffix("").parts)
            for name in find_constants(ast.parse(file.read_text(encoding="utf-8"))):
                if "migrations" not in file.parts and looks_like_a_limit(
                    name, getattr(import_module(module), name)
                ):
                    yield f"{module}.{name}"


def find_constants(tree: ast.Module) -> Iterator[str]:
    """Yield the public constants that a module itself gives a value to."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        for target in targets:
            for each in target.elts if isinstance(target, ast.Tuple) else [target]:
                if isinstance(each, ast.Name) and each.id.isupper() and each.id[0] != "_":
                    yield each.id


def looks_like_a_limit(name: str, value: object) -> bool:
    """Whether a constant is a length of time, or a number with a limit's word in its name."""
    if isinstance(value, timedelta):
        return True
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and not LIMIT_WORDS.isdisjoint(name.split("_"))


def value_of(name: str) -> object:
    """The value in the code; of a script's constant the product of its numbers."""
    file, _, constant = name.partition(":")
    if constant:
        script = (ROOT / file).read_text(encoding="utf-8")
        found = re.search(rf"^const {constant} = ([\d *]+);", script, re.MULTILINE)
        assert found, f"{file} has no {constant}"
        return math.prod(map(int, found[1].split("*")))
    module, _, constant = name.rpartition(".")
    return getattr(import_module(module), constant)
