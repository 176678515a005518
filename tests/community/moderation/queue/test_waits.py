"""Waiting times in words."""

import pytest

from community.moderation.queue.waits import wait_in_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "less than a minute"),
        (0, "less than a minute"),
        (59.9, "less than a minute"),
        (60, "1 minute"),
        (20 * 60, "20 minutes"),
        (5 * 3600 + 1800, "5 hours"),
        (3 * 86400, "3 days"),
    ],
)
def test_a_wait_reads_like_speech(seconds: float, words: str) -> None:
    assert wait_in_words(seconds) == words
