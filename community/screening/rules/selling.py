"""Offers of remedies and medicines. What patients bought, look for or ran out of stays out."""

import re
from collections.abc import Iterator

from community.screening.clues import Clues
from community.screening.crisis.spelling import SIGNS
from community.screening.folded import Folded, Span
from community.screening.plain_words import MEDICINES
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for

CLUES = Clues("selling")

# "tr@madol", "0xycodone", "t-r-a-m-a-d-o-l": nobody who tells of a medicine hides its name.
LETTER = "[a-z013457@$!|]"
MASKED = re.compile(rf"(?<![\w@./:-]){LETTER}{{5,20}}(?![\w@-])")
SPREAD = re.compile(rf"(?<![\w.-]){LETTER}([ ._-]){LETTER}(?:\1{LETTER}){{3,18}}(?![\w-])")
# Both begin their search at what few posts have.
ANY_MASKED = re.compile("[013457@$!|][a-z]")
ANY_SPREAD = re.compile(rf"([ ._-]){LETTER}\1{LETTER}\1{LETTER}(?!\w)")


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold offers in the text, and names of medicines in disguise there or in the author's name."""
    folded = submission.folded
    offers = CLUES.find(submission.plain_sentences, folded)
    names = list(find_disguised(submission.folded_name))
    return reason_for(Code.SELLING, submission, [*offers, *find_disguised(folded)], names)


def find_disguised(folded: Folded) -> Iterator[Span]:
    """Yield the places in the original of medicines written so that no search finds them."""
    for hint, pattern in ((ANY_MASKED, MASKED), (ANY_SPREAD, SPREAD)):
        for match in pattern.finditer(folded.text) if hint.search(folded.text) else ():
            written = match.group()
            name = re.sub("[^a-z]", "", written.translate(SIGNS))
            if name != written and name in MEDICINES:
                yield folded.span(*match.span())
