"""Wording about symptoms that a doctor should see now. It sorts, and never diagnoses.

A post with such wording is kept, read before others, and its writer is shown the emergency number at
once. The rule knows plain English, and nothing about any person.
"""

import re
from collections.abc import Iterator

from community.screening.crisis.reading import Sentence
from community.screening.folded import Span
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for
from community.screening.warning_signs import ALARMS, HARMLESS, SIGNS
from community.screening.worded.scoring import Learned, learned

# Measured on the phrases of a hand that nothing was learned from (docs/screening.md).
HELD_FROM = 0.1
SIGNS_ARE_WORTH = 0.9
SEEN = {name: re.compile(rf"\b(?:{pattern})\b") for name, pattern in SIGNS.items()}
# No alarm goes without one of these, and most sentences have none.
TELLING = frozenset(
    """
    chest breastbone sternum breathe breath breathing breathless air blue throat tongue lip lips face
    mouth speech words numb weak weakness move lift headache head neck rash skin blisters confused mottled
    pee urine urinate bowels bladder wet wipe legs leg blood bleed bleeding black tarry calf mistake
    accident accidentally swallow swallowed drank took taken seizure fit fits fitting convulsing unconscious
    wake limp unresponsive eye eyes vision sight faint pass passed passing vomit vomiting throwing fever
    temperature hives wheezing soaked rigid belly tummy sugar glucose wound gasping elephant shivering
    chills drowsy sleepy arm arms side fingers stroke blind poo stool stools collapsed saddle hand smile
    stung shaking foaming panting round slurs drags inhaler shrimp nuts clots urine curtain gave fit awake
    violent heart pad pads pus stomach
    """.split()
)


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold, put near the top, and show the emergency number. Never refuses."""
    return reason_for(Code.RED_FLAG, submission, find(submission, learned("red_flags")))


def find(submission: Submission, score: Learned) -> list[Span]:
    """The places of what may need a doctor now.

    Signs are looked for only where they can matter: that takes several times as long.
    """
    place = score.most_alarming(submission.sentences)
    if place.score < HELD_FROM - SIGNS_ARE_WORTH:
        return []
    signs = [
        sentence.span(start, end, submission.folded)
        for sentence in submission.sentences
        for start, end in alarms(sentence)
    ]
    if not signs and place.score < HELD_FROM:
        return []
    return signs or list(score.heaviest_words(place, submission.folded))


def alarms(sentence: Sentence) -> Iterator[Span]:
    """Yield the places of the signs of the first alarm that a sentence raises."""
    text = sentence.text
    if TELLING.isdisjoint(sentence.words) or HARMLESS.search(text):
        return
    places: dict[str, Span | None] = {}
    for alarm in ALARMS:
        for name in alarm:
            if name not in places:
                match = SEEN[name].search(text)
                places[name] = match.span() if match else None
        spans = [places[name] for name in alarm]
        if all(spans):
            yield from (span for span in spans if span)
            return
