"""Which sentences of an article are shown as the answer. Pure."""

import re
from collections.abc import Sequence

from articles.ask.matching import Weights, Words, held
from articles.ask.passages import Passage, Sentence, passage_of
from articles.ask.wording import Asked

PASSAGES_MAX = 3  # of one article: an answer is read on a phone
SENTENCES_MAX = 3  # of one passage
SHORT = 12  # words of a sentence that says little by itself
# A further passage says at least this share of the question that those before it do not.
NEW_MIN = 0.12

_COUNTED = re.compile(r"\bhow (?:many|much|long|often|common|old|likely|far|big|large|high|low)\b|"
                      r"\bwhat (?:share|percentage|proportion|number|rate)\b", re.IGNORECASE)  # fmt: skip
_DIGIT = re.compile(r"\d|\b(?:half|third|quarter|two|three|four|five|six|seven|eight|nine|ten)\b")
# Where a study says what it found.
_FOUND = re.compile(
    r"\b(?:conclu|result|finding|found|show|suggest|improv|reduc|increas|decreas|associat|compared"
    r"|signific|differ|rais|lower|higher|fewer|longer|shorter|rose|fell|better|worse|less|more|twice"
    r"|on average|no difference)",
    re.IGNORECASE,
)
# Where it says what it did not find, or what is left to do.
_OPEN = re.compile(
    r"\b(?:(?:cannot|could not) (?:say|tell|know|show|prove|conclude|speak|be (?:said|told|found|shown|concluded))"
    r"|says nothing|no idea|did not (?:measure|test|ask|look)|there is a plan"
    r"|(?:is|are) (?:now )?(?:working|planned)|further (?:stud|research|work)|remains? (?:un|to be))",
    re.IGNORECASE,
)
_RESULTS = re.compile(r"conclu|result|finding|interpretation|what was found", re.IGNORECASE)
_LIMITS = re.compile(r"cannot|limit|caveat|weakness|not known|unknown|what next", re.IGNORECASE)
# Begins a sentence that needs the one before it.
_LEANING = re.compile(
    r"(?:it|they|this|these|those|that|he|she|his|her|their|its|both|such|but|however|also|so)\b",
    re.IGNORECASE,
)
FOUND_BONUS, RESULTS_BONUS, NUMBER_BONUS, FIGURE_BONUS, OPEN_MALUS = 0.15, 0.08, 0.15, 0.06, 0.3
# What a word tells of a sentence where every sentence of the article has it: its subject, by what another tells.
EVERYWHERE = 0.4


def choose_passages(asked: Asked, weights: Weights, sentences: Sequence[Sentence]) -> list[Passage]:
    """The passages that answer best, in the order of the article; at least one, where there is text.

    Each next one is chosen for what those before it do not say. What leans on the sentence before
    it ("They slept better") is shown with it.
    """
    quotable = [each for each in sentences if each.is_quotable] or list(sentences)
    shares = share_out(asked, weights, quotable)
    extra = {each.number: bonus(asked, each) for each in quotable}
    said: dict[str, float] = dict.fromkeys(weights, 0.0)
    chosen: list[int] = []
    while len(chosen) < PASSAGES_MAX:
        left = [number for number in shares if number not in chosen]
        news = {number: news_in(shares[number], said) for number in left}
        best = max(left, key=lambda number: (news[number] + extra[number], -number), default=None)
        if best is None or (chosen and news[best] < NEW_MIN):
            break
        chosen.append(best)
        said = {term: max(said[term], shares[best][term]) for term in said}
    return joined(list(sentences), chosen)


def share_out(
    asked: Asked, weights: Weights, sentences: Sequence[Sentence]
) -> dict[int, dict[str, float]]:
    """How much of the question each sentence has, word by word, together no more than 1.

    What all the article is about tells little about one of its sentences.
    """
    found = {each.number: held(asked, Words(each.tokens)) for each in sentences}
    spread = {term: sum(row[term] for row in found.values()) / len(found) for term in weights}
    local = {term: weights[term] * (1 - (1 - EVERYWHERE) * spread[term]) for term in weights}
    total = sum(local.values()) or 1.0
    return {
        number: {term: local[term] * share / total for term, share in row.items()}
        for number, row in found.items()
    }


def news_in(share: dict[str, float], said: dict[str, float]) -> float:
    """What a sentence says of the question beyond what is said already."""
    return sum(max(0.0, value - said[term]) for term, value in share.items())


def bonus(asked: Asked, sentence: Sentence) -> float:
    """What makes a sentence an answer rather than a mention."""
    worth = FOUND_BONUS * bool(_FOUND.search(sentence.text))
    worth += RESULTS_BONUS * bool(_RESULTS.search(sentence.heading))
    figure = bool(_DIGIT.search(sentence.text))
    worth += (NUMBER_BONUS if _COUNTED.search(asked.text) else FIGURE_BONUS) * figure
    worth -= OPEN_MALUS * bool(_OPEN.search(sentence.text) or _LIMITS.search(sentence.heading))
    return worth


def joined(sentences: list[Sentence], chosen: list[int]) -> list[Passage]:
    """The chosen sentences as passages: neighbours together, with those they lean on."""
    wanted = set(chosen)
    for number in sorted(chosen):
        wanted |= neighbours(sentences, number)
    passages: list[tuple[int, int]] = []
    for number in sorted(wanted):
        first, last = passages[-1] if passages else (-2, -2)
        follows = number == last + 1 and is_same_paragraph(sentences, last)
        if follows and number - first < SENTENCES_MAX:
            passages[-1] = (first, number)
        else:
            passages.append((number, number))
    return [passage_of(sentences, first, last) for first, last in passages]


def neighbours(sentences: list[Sentence], number: int) -> set[int]:
    """What is shown with a sentence: the one it leans on, and the next one where it is short."""
    found: set[int] = set()
    if _LEANING.match(sentences[number].text) and is_same_paragraph(sentences, number - 1):
        found.add(number - 1)
    is_short = len(sentences[number].tokens) < SHORT
    if is_short and is_same_paragraph(sentences, number):
        found.add(number + 1)
    elif is_short and is_same_paragraph(sentences, number - 1):
        found.add(number - 1)
    return found


def is_same_paragraph(sentences: list[Sentence], number: int) -> bool:
    """Whether a sentence and the next stand in one paragraph."""
    return 0 <= number < len(sentences) - 1 and (
        sentences[number].block == sentences[number + 1].block
    )
