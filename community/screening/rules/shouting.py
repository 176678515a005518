"""Long stretches in capitals, and long rows of exclamation or question marks: a note, never a hold.

Somebody in pain may shout, and what a proven member says loudly is still theirs to say. So this
rule only adds a note for the moderator where a post waits for another reason, as every post of a
new author does. Alone it neither holds nor is kept.
"""

import re
from collections.abc import Iterator

from community.screening.folded import Span
from community.screening.reasons import Code
from community.screening.records import Context, Outcome, Reason, Submission, reason_for

# "NO MORE. Please." is a cry and no shouting; this is about one long line on a phone.
LETTERS_MIN = 30
# A list of abbreviations ("CRP, ESR, ANA, RF") has none of the small words of a sentence.
SMALL_WORDS_MIN = 2
SMALL_WORDS = frozenset(
    """
    A ABOUT AFTER ALL AM AN AND ANY ARE AS AT BE BEEN BUT BY CAN CANNOT DID DO DOES FOR FROM GET
    HAD HAS HAVE HE HER HERE HIS HOW I IF IN INTO IS IT JUST LIKE ME MY NEVER NO NOT NOW OF ON ONE
    ONLY OR OUR OUT SHE SO THAT THE THEIR THEM THERE THESE THEY THIS THOSE TO UP US WAS WE WERE
    WHAT WHEN WHERE WHO WHY WILL WITH WITHIN WOULD YOU YOUR
    DER DIE DAS UND IST NICHT ICH EIN EINE MIT DET OCH ATT EN ETT JAG INTE SOM DE HET EEN NIET IK
    LE LA LES UN UNE ET EST PAS JE QUE EL LOS Y ES SE IL CHE NON DI ER OG
    """.split()
)
WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")

# "Good luck!!!" is a friend. Mixed rows ("?!?!?!") count as well.
MARKS_MIN = 6
MARKS = re.compile(rf"[!?](?:\s?[!?]){{{MARKS_MIN - 1},}}")


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Add a note that holds nothing."""
    spans = find_shouting(submission.text)
    return tuple(
        Reason(found.code, found.words, found.spans, Outcome.ALLOW)
        for found in reason_for(Code.SHOUTING, submission, spans)
    )


def may_shout(text: str) -> bool:
    """Whether a search for capitals is worth its time. True for every text with a long run."""
    return sum(map(str.isupper, text)) >= LETTERS_MIN


def find_shouting(text: str) -> list[Span]:
    """Return the places of long runs of capitals, and of long rows of marks."""
    rows = [match.span() for match in MARKS.finditer(text)]
    return [*runs_of_capitals(text), *rows] if may_shout(text) else rows


def runs_of_capitals(text: str) -> Iterator[Span]:
    """Yield sentences in capitals. Numbers and signs do not end a run, another word does."""
    run: list[re.Match[str]] = []
    for match in WORD.finditer(text):
        if match.group().isupper():
            run.append(match)
            continue
        if _is_shouted(run):
            yield run[0].start(), run[-1].end()
        run = []
    if _is_shouted(run):
        yield run[0].start(), run[-1].end()


def _is_shouted(run: list[re.Match[str]]) -> bool:
    letters = sum(len(match.group()) for match in run)
    small = sum(match.group() in SMALL_WORDS for match in run)
    return letters >= LETTERS_MIN and small >= SMALL_WORDS_MIN
