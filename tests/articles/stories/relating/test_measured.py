"""How good the lists are: the figures of docs/related.md."""

from pathlib import Path

import pytest

from tests.articles.stories.next_reads import WAYS, figures, sample_shelf, study_shelf

PAGE = (Path(__file__).parents[4] / "docs" / "related.md").read_text(encoding="utf-8")
SHELVES = {"sample": sample_shelf, "studies": study_shelf}


def rounded(shelf: str, way: str) -> tuple[str, str]:
    precision, ndcg = figures(SHELVES[shelf](), WAYS[way](SHELVES[shelf]()))
    return f"{precision:.2f}", f"{ndcg:.2f}"


@pytest.mark.parametrize("shelf", SHELVES)
def test_likeness_is_better_than_the_simple_ways(shelf: str) -> None:
    best = rounded(shelf, "by likeness")
    for way in ("same topic, newest", "newest"):
        assert all(a > b for a, b in zip(best, rounded(shelf, way), strict=True))


@pytest.mark.parametrize("shelf", SHELVES)
@pytest.mark.parametrize("way", WAYS)
def test_the_page_says_the_same(shelf: str, way: str) -> None:
    precision, ndcg = rounded(shelf, way)
    assert f"| {shelf} | {way} | {precision} | {ndcg} |" in PAGE
