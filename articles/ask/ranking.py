"""Which of the articles found fits a question best. Pure, and so the same on every database.

Okapi BM25 as in `articles.search.ranking`, on what an article says. What stands in its title
counts more; its authors do not count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.ask.encoder.likeness import Likeness
from articles.ask.matching import SAME_THING, Weights, Words, coverage, held
from articles.ask.thesaurus import others_for
from articles.ask.wording import Asked
from articles.index.tokens import END, EVERY, MARK

HEAD_WEIGHT = 2.0  # a word in the title, by one in the text
COMPARED = 8  # of the best articles, looked at closely
NEARNESS = 0.6  # what an article's likeness counts for, by the worth of the best one's words
_SATURATION, _LENGTH_SHARE = 1.2, 0.75  # k1 and b: the values that Robertson and Zaragoza recommend
_END = f" {END} "
NOTHING_READ: Mapping[int, Likeness] = {}


@dataclass(frozen=True)
class Candidate:
    """An article that has words of a question: its key and its tokens as the index holds them."""

    key: int
    tokens: str

    @cached_property
    def parts(self) -> tuple[list[str], list[str]]:
        """The tokens above the text, and those of the text."""
        head, _, rest = f" {self.tokens} ".partition(_END)
        said, end, _ = rest.partition(_END)
        return head.split(), said.split() if end else [t for t in said.split() if t != EVERY]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each token once."""
        return frozenset(self.tokens.split())

    @cached_property
    def words(self) -> Words:
        """The words of both."""
        head, said = self.parts
        return Words(token for token in (*head, *said) if not is_mark(token))


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with what it is worth, how far it has what is asked, and how like it is to that.

    `likeness` is there where the encoder has read the articles.
    """

    candidate: Candidate
    worth: float
    coverage: float
    likeness: Likeness | None = None


def is_mark(token: str) -> bool:
    """Whether a token stands for no word: a gap, an end. Numbers are words here."""
    return token.startswith(MARK) and not token[len(MARK) :].startswith(("d", "x"))


def rank(
    asked: Asked,
    weights: Weights,
    found: Sequence[Candidate],
    likeness: Mapping[int, Likeness] = NOTHING_READ,
) -> list[Ranked]:
    """The best `COMPARED` candidates, the best first.

    All are compared by the words themselves and single other words for the same thing, and by their
    likeness where that is known; of the best, phrases and other forms of a word count, too.
    """
    if not found:
        return []
    lengths = [each.tokens.count(" ") + 1 for each in found]
    average = sum(lengths) / len(lengths)
    others = {term: others_for(term) for term in weights}
    exact = [
        worth(each, weights, others, length / average)
        for each, length in zip(found, lengths, strict=True)
    ]
    unit = NEARNESS * (max(exact) or 1.0)
    near = [unit * nearness(likeness.get(each.key)) for each in found]
    first = sorted(range(len(found)), key=lambda number: (-exact[number] - near[number], number))
    ranked = []
    for number in first[:COMPARED]:
        candidate = found[number]
        share = coverage(weights, held(asked, candidate.words))
        value = exact[number] + share * sum(weights.values())
        like = likeness.get(candidate.key)
        ranked.append((value + near[number], Ranked(candidate, value, share, like)))
    return [each for _, each in sorted(ranked, key=lambda pair: -pair[0])]


def nearness(likeness: Likeness | None) -> float:
    """How like an article is to a question, as one number; 0 where nobody has read it."""
    return likeness.title + likeness.part + likeness.whole if likeness else 0.0


def worth(
    candidate: Candidate,
    weights: Weights,
    others: Mapping[str, frozenset[str]],
    length: float,
) -> float:
    """BM25 of the words; `length` is the article's by that of an average one.

    Other words for the same thing count as one mention where the word itself is missing.
    """
    text = f" {candidate.tokens} "
    said = candidate.vocabulary
    head = text.find(_END) + 1
    spread = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length)
    total = 0.0
    for term, weight in weights.items():
        if term not in said:
            if others[term].isdisjoint(said):
                continue
            times = SAME_THING
        else:
            word = f" {term} "
            times = float(text.count(word))
            if head > 1:
                times += (HEAD_WEIGHT - 1) * text.count(word, 0, head)
        total += weight * times * (_SATURATION + 1) / (times + spread)
    return total
