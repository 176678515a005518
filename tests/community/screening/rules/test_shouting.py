"""Long stretches in capitals, long rows of marks."""

from hypothesis import given
from hypothesis import strategies as st

from community.screening.pipeline import screen
from community.screening.reasons import Code
from community.screening.records import Context, Outcome, Submission
from community.screening.rules.shouting import (
    MARKS_MIN,
    check,
    find_shouting,
    may_shout,
    runs_of_capitals,
)

LOUD = "WHY DOES NOBODY LISTEN TO US WHEN WE SAY THAT IT HURTS"


def test_a_long_run_of_capitals_is_noted_and_marked():
    (reason,) = check(Submission(f"I am calm. {LOUD} and so on"), Context())
    assert (reason.code, reason.words) == (Code.SHOUTING, (LOUD,))


def test_it_asks_for_nothing():
    (reason,) = check(Submission(LOUD), Context())
    assert reason.outcome is Outcome.ALLOW


def test_a_proven_member_may_shout_and_nothing_is_kept_of_it():
    verdict = screen(Submission(LOUD, "Alice"), Context(approved_posts=9))
    assert (verdict.verdict, verdict.reasons, verdict.urgency) == ("allow", (), 0)


def test_beside_another_reason_the_note_is_kept_for_the_moderator():
    reasons = screen(Submission(LOUD, "Nadia"), Context(approved_posts=1)).reasons
    assert [reason.code for reason in reasons] == [Code.SHOUTING, Code.NEW_AUTHOR]


def test_a_short_cry_and_abbreviations_are_no_shouting():
    assert find_shouting("NO MORE. Please.") == []
    assert find_shouting("CRPS, ME/CFS, EULAR, NHS, LDN, TMS, MRI, FMS, IBS, ACR, HPA, SNRI") == []


def test_a_few_marks_are_joy_and_a_row_of_them_is_noted():
    assert find_shouting("Good luck" + "!" * (MARKS_MIN - 1)) == []
    assert find_shouting("Why" + "?!" * (MARKS_MIN // 2)) == [(3, 3 + MARKS_MIN)]


WORDS = ("I", "AND", "THE", "PAIN", "HURTS", "calm", "é", "ÅRET", "2")


@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_no_run_is_left_out_to_save_time(pieces):
    text = " ".join(pieces)
    if list(runs_of_capitals(text)):
        assert may_shout(text)
