"""What the steps together decide, and that no failure loses or publishes a post."""

import json
import time

import pytest

from community.screening import pipeline
from community.screening.pipeline import STEPS, Step, screen
from community.screening.reasons import Code
from community.screening.records import Context, Outcome, Reason, Submission, Term

PROVEN = Context(approved_posts=12)
KIND_WORDS = "Warm water in the morning helps my hands more than any tablet."


def codes(text, context=PROVEN, **who):
    return [reason.code for reason in screen(Submission(text, **who), context).reasons]


def test_the_kind_words_of_a_proven_member_appear_at_once():
    verdict = screen(Submission(KIND_WORDS, "Alice"), PROVEN)
    assert (verdict.verdict, verdict.reasons, verdict.urgency) == ("allow", (), 0)


def test_the_first_posts_of_a_new_member_wait():
    assert screen(Submission(KIND_WORDS, "Nadia"), Context(approved_posts=1)).verdict == "hold"


def test_what_a_guest_writes_waits_however_often_they_came():
    assert codes(KIND_WORDS, author_name="Gus", is_guest=True) == [Code.NEW_AUTHOR]


def test_crisis_words_are_held_first_in_the_queue_and_help_lines_are_shown():
    verdict = screen(Submission("I want to die. Call me on +46 70 123 45 67."), PROVEN)
    assert verdict.verdict == "hold"
    assert verdict.shows_help_lines
    assert verdict.urgency == max(verdict.urgency, 100)
    assert [reason.code for reason in verdict.reasons] == [Code.CRISIS, Code.PHONE]


def test_crisis_words_are_never_refused_even_beside_a_word_that_staff_refuse():
    context = Context(approved_posts=12, blocked_terms=(Term("miracle cure", Outcome.REFUSE),))
    assert screen(Submission("A miracle cure for all."), context).verdict == "refuse"
    assert screen(Submission("No miracle cure for me. I want to die."), context).verdict == "hold"


def test_the_crisis_step_runs_before_all_others():
    assert STEPS[0].name == "crisis"


def test_every_reason_is_kept_when_several_steps_hold():
    text = "Write to alice@example.org or see https://bit.ly/abc"
    assert codes(text, is_guest=True) == [Code.EMAIL, Code.LINKS, Code.SHORT_LINK, Code.NEW_AUTHOR]


def test_a_note_alone_neither_holds_nor_is_kept():
    note = Step("note", lambda submission, context: (Reason(Code.PACE, outcome=Outcome.ALLOW),))
    hold = Step("hold", lambda submission, context: (Reason(Code.LINKS),))
    assert screen(Submission("Hi"), PROVEN, (note,)).as_json() == {
        "verdict": "allow",
        "reasons": [],
        "urgency": 0,
        "shows_help_lines": False,
        "shows_emergency_number": False,
    }
    verdict = screen(Submission("Hi"), PROVEN, (note, hold))
    assert [reason.code for reason in verdict.reasons] == [Code.PACE, Code.LINKS]


def test_a_step_that_raises_sends_the_post_to_the_queue_and_the_others_still_run(caplog):
    def broken(submission, context):
        raise KeyError(submission.text)

    verdict = screen(Submission(KIND_WORDS), PROVEN, (Step("broken", broken), *STEPS))
    assert verdict.verdict == "hold"
    assert verdict.reasons == (Reason(Code.STEP_FAILED, detail="broken"),)
    assert "Screening step broken failed: KeyError" in caplog.text
    assert KIND_WORDS not in caplog.text, "the log must not repeat what a patient wrote"


def use_the_processor(seconds):
    began = time.thread_time()
    while time.thread_time() - began < seconds:
        pass
    return ()


def test_a_step_that_waits_for_its_turn_is_not_too_slow(monkeypatch):
    monkeypatch.setattr(pipeline, "STEP_SECONDS_MAX", 0.01)
    waiting = Step("waiting", lambda submission, context: time.sleep(0.05) or ())
    assert screen(Submission(KIND_WORDS), PROVEN, (waiting,)).verdict == "allow"


def test_a_step_that_takes_too_long_sends_the_post_to_the_queue(monkeypatch, caplog):
    monkeypatch.setattr(pipeline, "STEP_SECONDS_MAX", 0.01)
    slow = Step("slow", lambda submission, context: use_the_processor(0.05))
    verdict = screen(Submission(KIND_WORDS), PROVEN, (slow,))
    assert verdict.verdict == "hold"
    assert verdict.reasons == (Reason(Code.STEP_FAILED, detail="slow"),)
    assert "slow" in caplog.text


def test_a_verdict_can_be_stored_as_json():
    verdict = screen(Submission("Mail alice@example.org", is_guest=True), PROVEN)
    assert json.loads(json.dumps(verdict.as_json())) == {
        "verdict": "hold",
        "reasons": [
            {
                "code": "email",
                "words": ["alice@example.org"],
                "spans": [[5, 22]],
                "outcome": "hold",
                "detail": "",
            },
            {"code": "new-author", "words": [], "spans": [], "outcome": "hold", "detail": ""},
        ],
        "urgency": 40,
        "shows_help_lines": False,
        "shows_emergency_number": False,
    }


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "...", "\N{ZERO WIDTH SPACE}", "\ud800", "é" * 50]
)
def test_odd_texts_pass_without_a_failed_step(text):
    assert Code.STEP_FAILED not in codes(text, author_name=text)
