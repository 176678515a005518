"""Words and phrases that staff want held, in all their forms and disguises."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from common.text import fold
from community.screening.folded import Folded, Span
from community.screening.reasons import Code
from community.screening.records import Context, Outcome, Reason, Submission, Term, reason_for
from community.screening.tokens import WORD, Token, span_of, tokens
from community.screening.word_forms import forms_of, plain_letters

Phrase = tuple[frozenset[str], ...]
Index = dict[str, list[tuple[Phrase, Outcome]]]

# "v i a g r a": this many single letters in a row are read as one word.
LETTERS_OF_A_SPREAD_WORD = 4


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """One reason for the words that are held, one for those that are refused."""
    index = _index(context.blocked_terms)
    seen, named = list(_find(submission.folded, index)), list(_find(submission.folded_name, index))
    return tuple(
        Reason(reason.code, reason.words, reason.spans, outcome)
        for outcome in (Outcome.REFUSE, Outcome.HOLD)
        for reason in reason_for(
            Code.BLOCKED_WORD, submission, _with(outcome, seen), _with(outcome, named)
        )
    )


def _with(outcome: Outcome, seen: list[tuple[Span, Outcome]]) -> list[Span]:
    return [span for span, its_outcome in seen if its_outcome is outcome]


@lru_cache(maxsize=8)  # the list changes when staff change it, not with every post
def _index(terms: tuple[Term, ...]) -> Index:
    """Sort the phrases by every form of their first word."""
    index: Index = defaultdict(list)
    for term in terms:
        words = [plain_letters(word) for word in WORD.findall(fold(term.term))]
        phrase = tuple(forms_of(word) for word in words)
        for first in phrase[0] if phrase else ():
            index[first].append((phrase, term.outcome))
    return dict(index)


def _find(folded: Folded, index: Index) -> Iterator[tuple[Span, Outcome]]:
    found = _readable(folded) if index else []
    for place, token in enumerate(found):
        for phrase, outcome in index.get(token.word, ()):
            ahead = found[place : place + len(phrase)]
            if _fits(phrase, ahead):
                yield span_of(folded, ahead[0], ahead[-1]), outcome


def _fits(phrase: Phrase, ahead: list[Token]) -> bool:
    return len(ahead) == len(phrase) and all(
        token.word in forms for token, forms in zip(ahead, phrase, strict=True)
    )


def _readable(folded: Folded) -> list[Token]:
    """Read "v1agra" as "viagra" and join letters that stand apart."""
    result: list[Token] = []
    letters: list[Token] = []
    for token in [*tokens(folded), Token("", 0, 0)]:
        if len(token.word) == 1:
            letters.append(token)
            continue
        result += _joined(letters)
        letters = []
        result.append(Token(plain_letters(token.word), token.start, token.end))
    return result[:-1]


def _joined(letters: list[Token]) -> list[Token]:
    if len(letters) < LETTERS_OF_A_SPREAD_WORD:
        return letters
    word = plain_letters("".join(token.word for token in letters))
    return [Token(word, letters[0].start, letters[-1].end)]
