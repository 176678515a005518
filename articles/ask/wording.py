"""What a question asks for: its telling words, and other words for the same thing. Pure.

Reports say "myocardial", "paediatric" and "nephropathy" where people say "heart", "children" and
"kidneys"; what says the same counts for less than the word itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from articles.ask.thesaurus import NO_TERMS, REMEMBERED, SAME, Phrase, others_for, phrases_in
from articles.index.tokens import tokens
from common.text import normalise, one_line

# Characters of a question that are read: five long sentences. What is pasted by mistake is longer.
QUESTION_MAX = 500
# Words that are looked for. The longest titles of studies have about twenty-five.
TERMS_MAX = 24
# The beginning by which two forms of a word are known: "metastasis" and "metastatic".
BEGINNING = 6
# What such a word tells, by what a word as rare would.
FAINTLY = 0.8

_AROUND = ".,;:!?()[]\"'\u2018\u2019\u201c\u201d"  # what stands around a word and is none of it
_ABBREVIATED = re.compile(r"\(([A-Za-z][A-Za-z0-9-]{1,9})\)")
# Spellings of one word: British and American, old and new.
_SPELLINGS = (
    (re.compile("ae(?=[a-z])"), "e"),
    (re.compile("oe(?=[dsmn])"), "e"),
    (re.compile("our(?=$|[is])"), "or"),
    (re.compile("phin"), "pin"),
    (re.compile("sulph"), "sulf"),
    (re.compile("is(?=$|at)"), "iz"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is looked for: its telling words in order, each once.

    `long_forms` gives, for an abbreviation that the question explains, the words it stands for.
    """

    text: str
    terms: tuple[str, ...]
    order: tuple[str, ...] = ()
    long_forms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    phrases: tuple[Phrase, ...] = ()
    is_cut: bool = False


def read_question(typed: str) -> Asked:
    """Understand a question; one without a telling word has no terms, and finds nothing.

    >>> read_question("Does heat help with fibromyalgia (FM)?").terms
    ('heat', 'fibromyalgia', 'fm')
    """
    text = one_line(normalise(typed[: QUESTION_MAX + 1]))[:QUESTION_MAX]
    order = tuple(tokens(text))
    terms = tuple(dict.fromkeys(token for token in order if token not in NO_TERMS))
    return Asked(
        text=text,
        terms=terms[:TERMS_MAX],
        order=order,
        long_forms=tuple(_long_forms(text)),
        phrases=tuple(phrases_in(order)),
        is_cut=len(typed) > QUESTION_MAX,
    )


def keywords(text: str) -> str:
    """The telling words of a question as they were typed, to look for elsewhere.

    >>> keywords("Does warm water help with stiffness?")
    'warm water stiffness'
    """
    words = (word.strip(_AROUND) for word in one_line(normalise(text)).split())
    telling = (word for word in words if not NO_TERMS.issuperset(tokens(word)))
    return " ".join(dict.fromkeys(telling))


def _long_forms(text: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Abbreviations in brackets, with the words before them that they may stand for."""
    for match in _ABBREVIATED.finditer(text):
        short = tokens(match[1])
        words = text[: match.start()].split()[-len(match[1]) :]
        if len(short) == 1 and words:
            yield short[0], tuple(token for word in words for token in tokens(word))


def others_in(asked: Asked) -> frozenset[str]:
    """Other single words for what is asked."""
    lines = {phrase.number for phrase in asked.phrases}
    others = (SAME.members.get(number, frozenset()) for number in lines)
    return frozenset().union(*map(others_for, asked.terms), *others) - set(asked.terms)


@lru_cache(maxsize=REMEMBERED)
def spelled(token: str) -> str:
    """A token in one spelling: "anaemia" and "anemia" are one word."""
    for pattern, plain in _SPELLINGS:
        token = pattern.sub(plain, token)
    return token


def beginning(token: str) -> str:
    """The beginning of a long word, by which its other forms are known; "" of a short one."""
    return spelled(token)[:BEGINNING] if len(token) >= BEGINNING else ""
