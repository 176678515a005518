"""Advice to others to stop, start or change a treatment.

What somebody did themselves, asks, quotes or was told by a doctor is their story and stays out;
so does "ask your doctor first". The rule knows nothing about whether advice is right.
"""

from community.screening.clues import Clues
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for

CLUES = Clues("treatment_advice")


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold, after the writer was asked whether to change it."""
    spans = list(CLUES.find(submission.plain_sentences, submission.folded))
    return reason_for(Code.TREATMENT_ADVICE, submission, spans)
