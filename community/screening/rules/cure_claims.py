"""Claims of cures, as sellers of cures word them. Hope, doubt and honest stories stay out."""

from community.screening.clues import Clues
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for

CLUES = Clues("cure_claims")


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    spans = list(CLUES.find(submission.plain_sentences, submission.folded))
    return reason_for(Code.CURE_CLAIM, submission, spans)
