"""No module imports itself by way of others."""

from collections.abc import Iterator
from typing import Any


def test_no_module_is_in_a_circle_of_imports(house: Any) -> None:
    circles = [" <-> ".join(circle) for circle in find_circles(house)]
    assert not circles, "\n" + "\n".join(circles)


def test_a_circle_is_found(made_up: Any) -> None:
    house = made_up(
        {
            "common/a.py": "from common import b",
            "common/b.py": "def f():\n    from common.c import g",
            "common/c.py": "import common.a",
            "common/d.py": "import common.a",
        }
    )
    assert [sorted(circle) for circle in find_circles(house)] == [
        ["common.a", "common.b", "common.c"]
    ]


def test_an_import_for_types_alone_closes_no_circle(made_up: Any) -> None:
    typing = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from common import a"
    house = made_up({"common/a.py": "import common.b", "common/b.py": typing})
    assert list(find_circles(house)) == []


def test_a_ladder_is_no_circle(made_up: Any) -> None:
    house = made_up({"common/a.py": "import common.b", "common/b.py": "import os"})
    assert list(find_circles(house)) == []


def find_circles(house: Any) -> Iterator[list[str]]:
    """Yield every set of modules that reach each other, once."""
    graph = {name: find_needed(m) & set(house) for name, m in house.items()}
    reach = {name: find_reachable(graph, name) for name in graph}
    seen: set[str] = set()
    for name in sorted(graph):
        circle = [other for other in sorted(reach[name]) if name in reach[other]]
        if circle and name not in seen:
            seen.update(circle)
            yield circle


def find_needed(module: Any) -> set[str]:
    """What must be loaded for `module`. An import for types alone is never carried out."""
    return {each.target for each in module.imports if not each.for_types}


def find_reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    """Every module that `start` imports, directly or through others."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = graph[waiting.pop()] - found
        found |= fresh
        waiting.extend(fresh)
    return found
