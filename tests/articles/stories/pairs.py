"""The pairs on which stories are measured: own-written articles about invented studies.

A file holds two articles about one study, under `same`, and others on the same
topic about another study or about none, most of them from the same institute. Texts, studies,
institutes, journals and the people in them are invented. The weights of the signs were set on
`studies/`; those of `unseen/` were written afterwards, and no weight was changed for them.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from articles.stories.comparing import Document, Spread, Traits, compare, read_traits

FOLDER = Path(__file__).parent
SAMPLE = Path(__file__).parents[3] / "community" / "desk" / "sample" / "articles"
BEGINNING = datetime(2031, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Written:
    """One article: in which file it stands, whether it is of the file's study, and its traits."""

    study: str
    is_same: bool
    title: str
    traits: Traits


@dataclass(frozen=True)
class Pair:
    """Two articles with their score; `is_hard` when they come from one file."""

    first: Written
    second: Written
    score: float
    signs: list[str]

    @property
    def is_story(self) -> bool:
        return self.is_hard and self.first.is_same and self.second.is_same

    @property
    def is_hard(self) -> bool:
        return self.first.study == self.second.study


def read_study(file: Path) -> Iterator[Written]:
    """The articles of one file."""
    found = tomllib.loads(file.read_text(encoding="utf-8"))
    for kind in ("same", "other"):
        for article in found.get(kind, []):
            yield Written(file.stem, kind == "same", article["title"], traits_of(article))


def traits_of(article: dict[str, Any]) -> Traits:
    dated_at = BEGINNING + timedelta(days=article["day"])
    given = article["title"], article.get("standfirst", ""), article["text"]
    return read_traits(Document(*given, dated_at))


def sample_articles() -> Iterator[Written]:
    """The articles of the sample community: each about a study of its own."""
    for file in sorted(SAMPLE.glob("*.toml")):
        found = tomllib.loads(file.read_text(encoding="utf-8"))
        given = found["title"], found["standfirst"], found["body"]
        yield Written(f"sample {file.stem}", False, found["title"], read_traits(Document(*given)))


@cache
def all_articles(folder: str) -> list[Written]:
    files = sorted((FOLDER / folder).glob("*.toml"))
    studies = [each for file in files for each in read_study(file)]
    return [*studies, *sample_articles()]


@cache
def all_pairs(folder: str) -> list[Pair]:
    """Every two of a folder's and the sample articles, compared as in an archive of them all."""
    articles = all_articles(folder)
    counts = Counter(key for each in articles for key in each.traits.lookup_keys())
    spread = Spread(len(articles), counts)
    return [
        Pair(first, second, *compare(first.traits, second.traits, spread))
        for first, second in combinations(articles, 2)
    ]
