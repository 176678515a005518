"""Wording that may mean self-harm, suicide or acute danger. It sorts, and never judges.

A post with such wording is kept, read first, and its writer is shown help lines at once. The
rule knows English as patients write it, and nothing about any person. What it finds and what
it misses is measured in `docs/screening.md`.

It looks in two ways. Written-down wordings see what is plainly said; a score that was learned from
phrases (`worded/`) sees what is said in other words, and doubts a wording among harmless ones.
"""

from collections.abc import Iterable, Iterator

from community.screening.crisis.guards import is_harmless
from community.screening.crisis.reading import Sentence, sentences
from community.screening.crisis.wording import Wording, load
from community.screening.folded import Folded, Span
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for
from community.screening.worded.scoring import Learned, learned

FILES = (
    "wishes",
    "living",
    "thoughts",
    "intent",
    "self_harm",
    "plans",
    "means",
    "goodbyes",
    "together",
    "others",
)
# Measured on the phrases of a hand that nothing was learned from (docs/screening.md): a higher score would
# see less, a lower one raise too many false alarms.
HELD_FROM = 0.2
# A text with a written-down wording is held from a score on that is lower by this.
WORDING_IS_WORTH = 0.6
WORDINGS = tuple(wording for name in FILES for wording in load(name))
ALWAYS = tuple(place for place, wording in enumerate(WORDINGS) if wording.telling is None)
BY_WORD: dict[str, list[int]] = {}
for _place, _wording in enumerate(WORDINGS):
    for _word in _wording.telling or ():
        BY_WORD.setdefault(_word, []).append(_place)


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold, put first and show help lines. Never refuses."""
    spans = find(submission, learned("crisis"))
    names = list(find_crisis_words(submission.folded_name))
    return reason_for(Code.CRISIS, submission, spans, names)


def find(submission: Submission, score: Learned) -> list[Span]:
    """The places in the text of what may mean danger.

    Written-down wordings are looked for only where they can matter: that takes five times as long.
    """
    place = score.most_alarming(submission.sentences)
    if place.score < HELD_FROM - WORDING_IS_WORTH:
        return []
    wordings = list(_in_sentences(submission.sentences, submission.folded))
    if not wordings and place.score < HELD_FROM:
        return []
    return wordings or list(score.heaviest_words(place, submission.folded))


def find_crisis_words(folded: Folded) -> Iterator[Span]:
    """Yield the places in the original of wording that may mean danger."""
    return _in_sentences(sentences(folded), folded)


def _in_sentences(found: Iterable[Sentence], folded: Folded) -> Iterator[Span]:
    for sentence in found:
        for start, end in _expressions(sentence):
            yield sentence.span(start, end, folded)


def _expressions(sentence: Sentence) -> Iterator[Span]:
    for wording in _worth_a_search(sentence):
        for match in wording.seen.finditer(sentence.text):
            if not is_harmless(wording, sentence.text, match.start(), match.end()):
                yield match.span()


def _worth_a_search(sentence: Sentence) -> list[Wording]:
    """Return the wordings of which the sentence has a telling word, in their order."""
    places = set(ALWAYS)
    for word in set(sentence.words):
        places.update(BY_WORD.get(word, ()))
    return [WORDINGS[place] for place in sorted(places)]
