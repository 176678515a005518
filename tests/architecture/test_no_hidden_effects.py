"""What happens is said where it happens: actions write, views call them, nothing listens in."""

import ast
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

APPS = ("articles", "community")
WRITES = {
    "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create",
    "update_or_create",
}  # fmt: skip
# Words for people: the archive records nothing about who reads or asks.
PERSON = ("AUTH_USER_MODEL", "get_user_model")
# Names that say nothing about what is inside.
EMPTY_NAMES = {
    "handler", "handlers", "helper", "helpers", "manager", "managers", "misc", "service",
    "services", "signals", "util", "utils",
}  # fmt: skip


def test_nothing_listens_to_signals(house: Any) -> None:
    none_of(find_signals(house))


def test_no_model_overrides_save_or_delete(house: Any) -> None:
    none_of(find_overrides(house))


def test_views_write_nothing_themselves(house: Any) -> None:
    none_of(find_writing_views(house))


def test_the_archive_knows_no_person(house: Any) -> None:
    none_of(find_persons_in_archive(house))


def test_no_file_has_a_name_that_says_nothing(house: Any) -> None:
    assert [m.at(1) for m in house.values() if m.path.stem in EMPTY_NAMES] == []


@pytest.mark.parametrize(
    ("find", "path", "text"),
    [
        ("find_signals", "articles/apps.py", "from django.db.models.signals import post_save"),
        ("find_signals", "articles/apps.py", "from django.dispatch import receiver"),
        ("find_overrides", "articles/library/models.py", "class A:\n def save(self): ..."),
        ("find_writing_views", "articles/library/views.py", "def v(r):\n A.objects.create()"),
        ("find_writing_views", "articles/library/writing_views.py", "a.save()"),
        ("find_writing_views", "articles/library/api.py", "a.delete()"),
        ("find_persons_in_archive", "articles/library/models.py", "x = settings.AUTH_USER_MODEL"),
        ("find_persons_in_archive", "articles/library/models.py", "x = 'community.Member'"),
    ],
)
def test_a_hidden_effect_is_found(made_up: Any, find: str, path: str, text: str) -> None:
    assert len(list(globals()[find](made_up({path: text})))) == 1


@pytest.mark.parametrize(
    ("find", "path", "text"),
    [
        ("find_overrides", "articles/library/forms.py", "class F:\n def save(self): ..."),
        ("find_writing_views", "articles/library/actions.py", "a.save()"),
    ],
)
def test_what_is_plain_to_see_is_fine(made_up: Any, find: str, path: str, text: str) -> None:
    assert list(globals()[find](made_up({path: text}))) == []


def none_of(found: Iterable[str]) -> None:
    """Fail with one line for each thing that was found."""
    lines = list(found)
    assert not lines, "\n" + "\n".join(lines)


def find_signals(house: Any) -> Iterator[str]:
    """Yield imports of signals and of what receives them."""
    for module in house.values():
        for each in module.imports:
            if "signals" in each.target.split(".") or each.target.startswith("django.dispatch"):
                yield f"{module.at(each.line)} imports {each.target}"


def find_overrides(house: Any) -> Iterator[str]:
    """Yield `save` and `delete` methods in files of models."""
    for module, node in walk(house, lambda stem: stem.endswith("models")):
        if isinstance(node, ast.FunctionDef) and node.name in ("save", "delete"):
            yield f"{module.at(node.lineno)} overrides {node.name}"


def find_writing_views(house: Any) -> Iterator[str]:
    """Yield calls that write, in views and in the API."""
    for module, node in walk(house, lambda stem: stem == "api" or stem.endswith("views")):
        name = getattr(node.func, "attr", None) if isinstance(node, ast.Call) else None
        if name in WRITES:
            yield f"{module.at(node.lineno)} calls .{name}()"


def find_persons_in_archive(house: Any) -> Iterator[str]:
    """Yield places in `articles` that name a person's model."""
    for module, node in walk(house, lambda stem: True):
        if not module.name.startswith("articles"):
            continue
        text = getattr(node, "attr", None) or getattr(node, "id", None)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = "AUTH_USER_MODEL" if node.value.startswith("community.") else None
        if text in PERSON:
            yield f"{module.at(node.lineno)} names a person"


def walk(house: Any, wanted: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every node of the two apps' files whose name is `wanted`, with its module."""
    for module in house.values():
        if module.name.split(".")[0] in APPS and wanted(module.path.stem):
            for node in ast.walk(module.tree):
                yield module, node
