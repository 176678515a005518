"""How well stories are recognised: the figures of docs/stories.md."""

from pathlib import Path

import pytest

from articles.stories.comparing import PROPOSED
from tests.articles.stories.pairs import Pair, all_pairs

PAGE = Path(__file__).parents[4] / "docs" / "stories.md"


def counts(pairs: list[Pair]) -> tuple[int, int, int]:
    """Proposed rightly, proposed wrongly, missed."""
    proposed = [pair for pair in pairs if pair.score >= PROPOSED]
    right = sum(pair.is_story for pair in proposed)
    return right, len(proposed) - right, sum(pair.is_story for pair in pairs) - right


@pytest.mark.parametrize(("folder", "stories", "hard"), [("studies", 20, 64), ("unseen", 8, 16)])
def test_there_are_enough_pairs_and_enough_hard_ones(folder: str, stories: int, hard: int) -> None:
    pairs = all_pairs(folder)
    assert sum(pair.is_story for pair in pairs) == stories
    assert sum(pair.is_hard and not pair.is_story for pair in pairs) == hard


def test_every_story_of_the_measured_pairs_is_proposed_and_nothing_else() -> None:
    assert counts(all_pairs("studies")) == (20, 0, 0)


def test_of_stories_written_later_two_in_eight_are_missed_and_none_made_up() -> None:
    assert counts(all_pairs("unseen")) == (6, 0, 2)


def test_articles_of_the_sample_community_are_about_different_studies() -> None:
    pairs = [pair for pair in all_pairs("studies") if pair.first.study.startswith("sample")]
    assert len(pairs) == 45
    assert max(pair.score for pair in pairs) < PROPOSED / 2


def test_the_page_says_the_same() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for folder in ("studies", "unseen"):
        right, wrong, missed = counts(all_pairs(folder))
        pairs = len(all_pairs(folder))
        assert f"| `{folder}` | {right + missed} | {pairs - right - missed} | " in page
        assert f"{right} of {right + wrong} | {right} of {right + missed} |" in page
