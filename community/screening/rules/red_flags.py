"""Wording about symptoms that a doctor should see now. It sorts, and never diagnoses.

A post with such wording is kept, read before others, and its writer is shown the emergency number at
once. What it looks like was learned from phrases (`worded/`). The rule knows plain English, and nothing
about any person.
"""

from community.screening.folded import Span
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for
from community.screening.worded.scoring import Learned, learned

# Measured on the phrases of a hand that nothing was learned from (docs/screening.md).
HELD_FROM = -0.1


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold, put near the top, and show the emergency number. Never refuses."""
    return reason_for(Code.RED_FLAG, submission, find(submission, learned("red_flags")))


def find(submission: Submission, score: Learned) -> list[Span]:
    """The places of what may need a doctor now."""
    place = score.most_alarming(submission.sentences)
    if place.score < HELD_FROM:
        return []
    return list(score.heaviest_words(place, submission.folded))
