"""Invitations to studies, surveys, interviews. What patients took part in or read of stays out."""

from community.screening.clues import Clues
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for

CLUES = Clues("recruiting")


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    spans = list(CLUES.find(submission.plain_sentences, submission.folded))
    return reason_for(Code.RECRUITING, submission, spans)
