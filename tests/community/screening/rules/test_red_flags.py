"""Words about symptoms that a doctor should see now: kept, read first, never refused."""

import pytest

from community.screening.pipeline import screen
from community.screening.reasons import Code
from community.screening.records import Context, Outcome, Submission, Term
from community.screening.rules.red_flags import check
from tests.screened_phrases import HALVES, phrases, share_seen

RECALL_MIN = 0.9  # of what was learned from; for other wording see worded/test_measured.py
FALSE_ALARMS_MAX = 0.02
PROVEN = Context(approved_posts=9)


def is_seen(text: str) -> bool:
    return bool(check(Submission(text), PROVEN))


@pytest.mark.parametrize("half", HALVES)
def test_plain_emergencies_are_seen(half: str) -> None:
    name = f"red_flag/seen_{half}"
    assert share_seen(name, phrases(name), is_seen) >= RECALL_MIN


@pytest.mark.parametrize(
    "name",
    [*(f"red_flag/silent_{half}" for half in HALVES), "ordinary_tuned", "ordinary_held_out",
     "harmless_tuned", "harmless_held_out"],
)  # fmt: skip
def test_old_stories_and_everyday_pain_are_left_alone(name: str) -> None:
    assert share_seen(name, phrases(name), is_seen) <= FALSE_ALARMS_MAX


def test_the_words_are_marked_and_the_emergency_number_is_shown() -> None:
    text = "Good morning. My chest hurts and my left arm is heavy now. What helps?"
    verdict = screen(Submission(text), PROVEN)
    (reason,) = verdict.reasons
    assert reason.code == Code.RED_FLAG and verdict.urgency == 90
    assert any("chest" in word for word in reason.words)
    assert verdict.shows_emergency_number and not verdict.shows_help_lines


def test_it_is_never_refused_whatever_else_it_holds() -> None:
    context = Context(blocked_terms=(Term("wonderpill", Outcome.REFUSE),))
    text = "I took wonderpill and now my throat is closing."
    assert screen(Submission(text), context).verdict == Outcome.HOLD
