"""The same text again, and texts that are one phrase over and over."""

from collections import Counter
from collections.abc import Hashable, Sequence

from common.text import fold
from community.screening.folded import Folded, Span
from community.screening.near_copies import WORDS_TO_COMPARE, Original, is_near_copy
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for
from community.screening.tokens import WORD, Token, span_of, tokens

# "Thank you so much, this helps" is said again and again in good faith.
WORDS_OF_A_SHORT_TEXT = 6
TIMES_A_SHORT_TEXT_IS_USUAL = 3

GLANCE = 60  # characters; most texts differ within their first ten words

# Three words in a row that come back make a phrase; a list of doses has some, a flood has
# little else. Measured on ordinary posts: at least 0.7 of their three-word runs are different.
RUN = 3
RUNS_TO_JUDGE = 12
DIFFERENT_RUNS_MIN = 0.4

# "noooooooo" is a cry, a line of dashes a divider. A single word this long is neither.
LONG_WORD = 60
TIMES_INSIDE_A_WORD = 6


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    return (*_same_text(submission, context), *_one_phrase(submission))


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(fold(text)))


def _same_text(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Compare words only, so that another full stop or capital does not make another text."""
    if not context.recent_texts:
        return ()
    own = tuple(WORD.findall(submission.folded.text))
    if not own:
        return ()
    if len(own) >= WORDS_TO_COMPARE:
        return _nearly_the_same(submission.folded, own, context)
    times = sum(_begins_with(text, own) and _words(text) == own for text in context.recent_texts)
    usual = TIMES_A_SHORT_TEXT_IS_USUAL if len(own) < WORDS_OF_A_SHORT_TEXT else 1
    if times < usual:
        return ()
    return (Reason(Code.SAME_TEXT, detail=_sent(times)),)


def _nearly_the_same(folded: Folded, own: tuple[str, ...], context: Context) -> tuple[Reason, ...]:
    """A few words changed, added or moved do not make another text either."""
    original = Original.of(folded.text)
    found = [text for text in context.recent_texts if is_near_copy(original, text)]
    if not found:
        return ()
    same = sum(_words(text) == own for text in found)
    detail = _sent(same) if same else f"{_sent(len(found))}, nearly word for word"
    return (Reason(Code.SAME_TEXT, detail=detail),)


def _sent(times: int) -> str:
    return "sent once before" if times == 1 else f"sent {times} times before"


def _begins_with(text: str, own: tuple[str, ...]) -> bool:
    """Compare the first words only, which tells most texts apart; the last may be cut short."""
    first = _words(text[:GLANCE])[:-1]
    return own[: len(first)] == first


def _one_phrase(submission: Submission) -> tuple[Reason, ...]:
    folded = submission.folded
    words = WORD.findall(folded.text)
    phrase, long_ones = _phrase_coming_back(words), [*filter(_is_one_piece, words)]
    if not phrase and not long_ones:
        return ()
    found = tokens(folded)
    spans = [span_of(folded, token, token) for token in found if token.word in long_ones]
    return reason_for(Code.REPEATED_PHRASE, submission, spans + _places(folded, found, phrase))


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[place:] for place in range(RUN)), strict=False))


def _phrase_coming_back(words: Sequence[str]) -> tuple[str, ...]:
    """Return the commonest run of words, when little else is there; else nothing."""
    runs = _runs(words)
    if len(runs) < RUNS_TO_JUDGE or len(set(runs)) / len(runs) > DIFFERENT_RUNS_MIN:
        return ()
    return Counter(runs).most_common(1)[0][0]


def _places(folded: Folded, found: list[Token], phrase: tuple[str, ...]) -> list[Span]:
    """Return where the phrase stands."""
    if not phrase:
        return []
    runs = _runs([token.word for token in found])
    places = [i for i, run in enumerate(runs) if run == phrase]
    return [span_of(folded, found[i], found[i + RUN - 1]) for i in _apart(places)]


def _apart(places: list[int]) -> list[int]:
    """Leave out runs that begin inside the one before: "no no no no" is one phrase, not two."""
    apart = places[:1]
    for place in places:
        if place >= apart[-1] + RUN:
            apart.append(place)
    return apart


def _is_one_piece(word: str) -> bool:
    """Say whether a very long word is a short piece again and again: "buynowbuynow..."."""
    if len(word) < LONG_WORD:
        return False
    return len(word) / smallest_period(word) >= TIMES_INSIDE_A_WORD


def smallest_period(items: Sequence[Hashable]) -> int:
    """Return the length of the shortest piece that, said again and again, gives `items`.

    Knuth, Morris and Pratt's failure function: linear in the length.

    >>> smallest_period("abcabcab")
    3
    """
    borders = [0] * len(items)
    for place in range(1, len(items)):
        border = borders[place - 1]
        while border and items[place] != items[border]:
            border = borders[border - 1]
        borders[place] = border + (items[place] == items[border])
    return len(items) - borders[-1]
