"""What `make bench` measures with: posts of a known length, and posting without screening."""

import pytest

from community.screening.pipeline import STEPS
from community.threads import verdicts
from community.threads.models import Comment, Thread
from tests.bench import posting
from tests.bench.screening import ILLNESS, PLAIN

HELD = "Cheap pills here: https://pills.example/now https://pills.example/more"


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """One round of two posts."""
    monkeypatch.setattr(posting, "ROUNDS", 1)
    monkeypatch.setattr(posting, "POSTS", 2)


def test_the_posts_are_as_long_as_is_told() -> None:
    assert (len(PLAIN.split()), len(ILLNESS.split())) == (68, 65)


def test_posting_is_told_as_a_ratio_and_screening_works_again_afterwards(
    thread: Thread, few: None, capsys: pytest.CaptureFixture[str]
) -> None:
    before = verdicts.screen
    posting.compare_posting()
    assert f"all {len(STEPS)} steps of screening against none" in capsys.readouterr().out
    assert verdicts.screen is before
    assert Comment.objects.visible().count() == 2 * 3  # once to begin with, then both ways


def test_without_the_steps_nothing_is_held_and_with_them_a_held_post_ends_the_run(
    thread: Thread, few: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "PLAIN", HELD)
    assert posting.post_all(thread, ()) > 0
    assert Comment.objects.visible().count() == 2
    with pytest.raises(SystemExit, match="A plain post waits"):
        posting.post_all(thread, STEPS)
