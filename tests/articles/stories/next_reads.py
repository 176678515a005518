"""How good lists of what to read next are, against the judgements and two simple ways."""

import math
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from statistics import mean

from articles.stories.comparing import Document
from articles.stories.relating import Index, Known, choose, nearest, read_terms
from community.desk.sample.reading import parse_ago
from tests.articles.stories import judgements
from tests.articles.stories.pairs import BEGINNING, FOLDER, SAMPLE

Way = Callable[[int], list[int]]


@dataclass(frozen=True)
class Shelf:
    """Articles by key, what is known of them, and for each what is worth reading next."""

    documents: Mapping[int, Document]
    known: Mapping[int, Known]
    wanted: Mapping[int, Mapping[int, int]]


@cache
def sample_shelf() -> Shelf:
    files = {file.stem: file for file in sorted(SAMPLE.glob("*.toml"))}
    keys = {name: key for key, name in enumerate(files)}
    documents, known = {}, {}
    for name, file in files.items():
        found = tomllib.loads(file.read_text(encoding="utf-8"))
        dated_at = BEGINNING - parse_ago(found.get("first_published", found["published"]))
        documents[keys[name]] = Document(found["title"], found["standfirst"], found["body"])
        known[keys[name]] = Known(dated_at, topics_of(found["topics"]))
    wanted = {
        keys[name]: {keys[other]: grade for other, grade in grades.items()}
        for name, grades in judgements.SAMPLE.items()
    }
    return Shelf(documents, known, wanted)


@cache
def study_shelf() -> Shelf:
    documents, known, files = {}, {}, {}
    for folder in ("studies", "unseen"):
        for file in sorted((FOLDER / folder).glob("*.toml")):
            found = tomllib.loads(file.read_text(encoding="utf-8"))
            for kind in ("same", "other"):
                for article in found.get(kind, []):
                    key = len(documents)
                    files[key] = file.stem
                    documents[key] = Document(article["title"], "", article["text"])
                    known[key] = known_of(article["day"], file.stem, kind)
    wanted = {key: wanted_from(key, files, known) for key in documents}
    return Shelf(documents, known, wanted)


def known_of(day: int, study: str, kind: str) -> Known:
    story = hash(study) if kind == "same" else None
    return Known(BEGINNING + timedelta(days=day), topics_of([judgements.TOPICS[study]]), story)


def wanted_from(key: int, files: Mapping[int, str], known: Mapping[int, Known]) -> dict[int, int]:
    story = known[key].story
    others = (other for other in files if other != key and files[other] == files[key])
    return {other: 1 for other in others if story is None or known[other].story != story}


def topics_of(names: list[str]) -> frozenset[int]:
    return frozenset(hash(name) for name in names)


def by_likeness(shelf: Shelf) -> Way:
    index = Index()
    for key, document in shelf.documents.items():
        index.add(key, read_terms(document))
    index.finish()
    return lambda key: choose(key, nearest(key, index), index, shelf.known)


def newest(shelf: Shelf) -> Way:
    def dated(key: int) -> datetime:
        return shelf.known[key].dated_at

    def way(key: int) -> list[int]:
        own = shelf.known[key].story
        others = [
            k for k in shelf.known if k != key and (own is None or shelf.known[k].story != own)
        ]
        return sorted(others, key=dated, reverse=True)[:5]

    return way


def same_topic(shelf: Shelf) -> Way:
    def way(key: int) -> list[int]:
        own = shelf.known[key]
        others = [k for k in shelf.known if k != key and shelf.known[k].topics & own.topics]
        others = [k for k in others if own.story is None or shelf.known[k].story != own.story]
        return sorted(others, key=lambda k: shelf.known[k].dated_at, reverse=True)[:5]

    return way


WAYS: dict[str, Callable[[Shelf], Way]] = {
    "by likeness": by_likeness, "same topic, newest": same_topic, "newest": newest,
}  # fmt: skip


def figures(shelf: Shelf, way: Way) -> tuple[float, float]:
    """Precision of the first three, and nDCG of the first five (Järvelin and Kekäläinen, 2002)."""
    lists = {key: way(key) for key in shelf.wanted}
    precision = mean(
        sum(other in shelf.wanted[key] for other in found[:3]) / min(3, len(shelf.wanted[key]) or 1)
        for key, found in lists.items()
    )
    return precision, mean(ndcg(found, shelf.wanted[key]) for key, found in lists.items())


def ndcg(found: list[int], wanted: Mapping[int, int]) -> float:
    def gain(grades: list[int]) -> float:
        return sum((2**g - 1) / math.log2(at + 2) for at, g in enumerate(grades[:5]))

    best = gain(sorted(wanted.values(), reverse=True))
    return gain([wanted.get(other, 0) for other in found]) / best if best else 1.0
