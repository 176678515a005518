"""Recall and false alarms on own-written phrases. With `-s` the figures are printed.

The "held out" halves were set aside before the first wording was written and were never used
to improve one. Keep it so: new phrases to learn from go into the "tuned" files.
"""

from pathlib import Path

import pytest

from community.screening.folded import Folded
from community.screening.rules.crisis import find_crisis_words

PHRASES = Path(__file__).parent.parent / "phrases"
RECALL_MIN = 0.9  # of plainly high-risk phrases
FALSE_ALARMS_MAX = 0.03  # of harmless ones


def phrases(kind):
    return (PHRASES / f"{kind}.txt").read_text(encoding="utf-8").splitlines()


def share_seen(kind):
    texts = phrases(kind)
    seen = sum(any(find_crisis_words(Folded.of(text))) for text in texts)
    print(f"{kind}: {seen} of {len(texts)} seen, {seen / len(texts):.1%}")
    return seen / len(texts)


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_most_high_risk_phrases_are_seen(half):
    assert share_seen(f"high_risk_{half}") >= RECALL_MIN


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_few_harmless_phrases_raise_an_alarm(half):
    assert share_seen(f"harmless_{half}") <= FALSE_ALARMS_MAX


def test_the_set_is_large_and_no_phrase_is_in_two_files():
    kinds = ("high_risk_tuned", "high_risk_held_out", "harmless_tuned", "harmless_held_out")
    texts = [text for kind in kinds for text in phrases(kind)]
    assert len(texts) >= 300
    assert len(texts) == len(set(texts))
