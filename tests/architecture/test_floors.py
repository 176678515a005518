"""Imports go down only: from one's own floor or a lower one, never higher.

This is the plan of the house. A new area gets its place here, in the same change.
"""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

# From the ground floor up. A floor may import from those before it.
FLOORS = ("common", "articles", "community", "config")

# Inside an app, from the lowest area up. Areas on one line stand side by side and do not
# import each other. Files of the app itself (models, urls, admin, management) stand on top.
AREAS = {
    "articles": (
        {"index", "keeping", "proofs"},
        {"library"},
        {"history", "stories", "syndication", "topics"},
        {"importing"},
        {"search"},
        {"ask", "newsletter"},
    ),
    "community": (
        {"outbox", "screening"},
        {"members"},
        {"yardsticks"},
        {"help_lines"},
        {"threads"},
        {"conversations"},
        {"support", "syndication"},
        {"asking", "moderation", "search", "subscribing"},
        {"mentors"},
        {"notifications"},
        {"member_pages"},
        {"own_data"},
        {"old_words"},
        {"desk", "site_pages"},
        {"retention"},
    ),
}

# What can be read and tested without Django, and imports of ours only what is like it.
PURE = (
    "common",
    "community.own_data.quotes",
    "community.own_data.registry",
    "community.screening",
    "community.support.kinds",
    "community.moderation.queue.labels",
    "community.moderation.queue.places",
    "community.moderation.queue.waits",
    "community.threads.tree",
    "articles.importing.addresses",
    "articles.importing.archives",
    "articles.importing.dates",
    "articles.importing.exports",
    "articles.importing.formats",
    "articles.importing.late",
    "articles.importing.marks",
    "articles.importing.feeds",
    "articles.importing.pages",
    "articles.importing.plaintext",
    "articles.importing.records",
    "articles.ask.caution",
    "articles.ask.choosing",
    "articles.ask.encoder.likeness",
    "articles.ask.encoder.parts",
    "articles.ask.encoder.wordpiece",
    "articles.ask.evidence",
    "articles.ask.matching",
    "articles.ask.passages",
    "articles.ask.ranking",
    "articles.ask.thesaurus",
    "articles.ask.wording",
    "articles.library.excerpts",
    "articles.topics.proposing",
    "articles.stories.comparing",
    "articles.index.entries",
    "articles.index.tokens",
    "articles.search.days",
    "articles.search.highlights",
    "articles.search.query",
    "articles.search.ranking",
    "articles.search.spelling",
    "articles.stories.relating",
)


def test_imports_go_down_only(house: Any) -> None:
    none_of(find_climbers(house))


def test_every_area_has_a_place_in_the_house(house: Any) -> None:
    areas = {(n.split(".")[0], n.split(".")[1]) for n in house if n.count(".") > 1}
    known = {(app, area) for app, lines in AREAS.items() for line in lines for area in line}
    no_area = {"management", "templatetags"}
    unplaced = {pair for pair in areas if pair[0] in AREAS and pair[1] not in no_area} - known
    assert unplaced == set()


def test_pure_modules_import_no_django_and_only_pure_modules_of_ours(house: Any) -> None:
    none_of(find_impure(house))


@pytest.mark.parametrize("name", PURE)
def test_every_pure_module_is_there(house: Any, name: str) -> None:
    assert name in house


def test_the_bootstrap_needs_nothing_but_the_standard_library(house: Any) -> None:
    none_of(find_needs_of_bootstrap(house))
    assert house["config"].tree.body == [], "config/__init__.py is read before anything else"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("articles/library/views.py", "from community.threads import models"),
        ("articles/library/views.py", "import config.settings"),
        ("articles/library/views.py", "def f():\n    from articles.importing import records"),
        ("articles/ask/views.py", "from articles.newsletter.models import Issue"),
        ("articles/library/views.py", "from articles.models import Article"),
        ("community/members/views.py", "from ..threads.models import Comment"),
        ("community/moderation/actions.py", "from community.notifications import messages"),
        ("community/desk/actions.py", "from community.site_pages import views"),
        ("common/text.py", "from articles.library import models"),
    ],
)
def test_a_climbing_import_is_found(made_up: Any, path: str, text: str) -> None:
    others = {"articles/importing/records.py": "", "articles/models.py": ""}
    assert len(list(find_climbers(made_up({**others, path: text})))) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("community/threads/actions.py", "from community.screening import pipeline"),
        ("community/desk/views.py", "from articles.importing.actions import import_articles"),
        ("articles/models.py", "from articles.library.models import Article"),
        ("articles/admin.py", "from articles.models import Article"),
        ("config/urls.py", "import community.urls, articles.urls"),
    ],
)
def test_an_import_downwards_is_fine(made_up: Any, path: str, text: str) -> None:
    assert list(find_climbers(made_up({path: text}))) == []


@pytest.mark.parametrize(
    "text", ["import django", "from articles.library import models", "from django.db import models"]
)
def test_an_impure_import_is_found(made_up: Any, text: str) -> None:
    assert len(list(find_impure(made_up({"articles/importing/records.py": text})))) == 1


def test_a_bootstrap_that_needs_django_is_found(made_up: Any) -> None:
    house = made_up({"config/bootstrap/site.py": "import os, django"})
    assert len(list(find_needs_of_bootstrap(house))) == 1


def none_of(found: Iterable[str]) -> None:
    """Fail with one line for each thing that was found."""
    lines = list(found)
    assert not lines, "\n" + "\n".join(lines)


def find_climbers(house: Any) -> Iterator[str]:
    """Yield every import of ours that goes up, or sideways into a neighbouring area."""
    for module in house.values():
        for each in module.imports:
            if each.target.split(".")[0] in FLOORS and climbs(module.name, each.target):
                yield f"{module.at(each.line)} {module.name} imports {each.target}"


def climbs(name: str, target: str) -> bool:
    """Tell whether `name` has no business importing `target`."""
    here, there = name.split("."), target.split(".")
    if here[0] != there[0]:
        return FLOORS.index(here[0]) < FLOORS.index(there[0])
    if here[0] not in AREAS or len(there) == 1 or here[1:2] == there[1:2]:
        return False
    return storey(here) <= storey(there)


def storey(parts: list[str]) -> int:
    """How high a module stands in its app: areas, then the index of models, then the rest."""
    lines = (*AREAS[parts[0]], {"models"})
    found = [height for height, line in enumerate(lines) if parts[1:2] and parts[1] in line]
    return found[0] if found else len(lines)


def find_impure(house: Any) -> Iterator[str]:
    """Yield imports of Django, and of our impure modules, from pure ones."""
    for module in house.values():
        if not is_pure(module.name):
            continue
        for each in module.imports:
            top = each.target.split(".")[0]
            if top == "django" or (top in FLOORS and not is_pure(each.target)):
                yield f"{module.at(each.line)} {module.name} imports {each.target}"


def is_pure(name: str) -> bool:
    """Tell whether a module is listed as pure, itself or with its folder."""
    return any(name == pure or name.startswith(f"{pure}.") for pure in PURE)


def find_needs_of_bootstrap(house: Any) -> Iterator[str]:
    """Yield what the bootstrap imports beyond the standard library and itself."""
    for module in house.values():
        if not module.name.startswith("config.bootstrap"):
            continue
        for each in module.imports:
            own = each.target.startswith("config.bootstrap")
            if not own and each.target.split(".")[0] not in sys.stdlib_module_names:
                yield f"{module.at(each.line)} imports {each.target}"
