"""The code as these tests see it: modules by name, with what each imports."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("common", "articles", "community", "config")


@dataclass(frozen=True)
class Import:
    """One import: what is imported, the line it stands on, and whether only types need it."""

    target: str
    line: int
    for_types: bool


@dataclass(frozen=True)
class Module:
    """One file of ours: its dotted name, path, syntax tree, and imports wherever they stand."""

    name: str
    path: Path
    tree: ast.Module
    imports: tuple[Import, ...]

    def at(self, line: int) -> str:
        """A place to click on in a message."""
        return f"{self.path}:{line}"


House = dict[str, Module]


@pytest.fixture(scope="session")
def house() -> House:
    """Our own code, without tests and migrations."""
    return build_house(ROOT)


@pytest.fixture
def made_up(tmp_path: Path) -> Callable[[dict[str, str]], House]:
    """Give a function that makes a house of file names and their text."""

    def make(files: dict[str, str]) -> House:
        for name, text in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return build_house(tmp_path)

    return make


def build_house(root: Path) -> House:
    """Read every module of the four floors under `root`."""
    files = [file for floor in FLOORS for file in sorted((root / floor).rglob("*.py"))]
    paths = {name_of(f.relative_to(root)): f for f in files if "migrations" not in f.parts}
    house = {}
    for name, path in paths.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        package = name if path.name == "__init__.py" else name.rpartition(".")[0]
        imports = tuple(find_imports(tree, package, set(paths)))
        house[name] = Module(name, path.relative_to(root), tree, imports)
    return house


def name_of(path: Path) -> str:
    """`articles/library/models.py` is `articles.library.models`; a folder is its `__init__`."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def find_imports(tree: ast.Module, package: str, own: set[str]) -> Iterator[Import]:
    """Yield every import, those inside functions and under TYPE_CHECKING included."""
    typing = set(find_typing_lines(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for target in find_targets(node, package, own):
                yield Import(target, node.lineno, node.lineno in typing)


def find_targets(node: ast.Import | ast.ImportFrom, package: str, own: set[str]) -> set[str]:
    """The modules that one import statement names."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    base = resolve(node, package)
    inner = {f"{base}.{alias.name}" for alias in node.names}
    return {name if name in own else base for name in inner}


def find_typing_lines(tree: ast.Module) -> Iterator[int]:
    """Yield the lines that only a type checker reads."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            yield from (
                n.lineno for body in node.body for n in ast.walk(body) if hasattr(n, "lineno")
            )


def resolve(node: ast.ImportFrom, package: str) -> str:
    """The absolute name of what `from ... import` starts from."""
    if not node.level:
        return node.module or ""
    parents = package.split(".")
    above = parents[: len(parents) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])
