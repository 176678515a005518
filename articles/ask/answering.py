"""The answer to a question: passages of one article that covers it, or none."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.ask.choosing import choose_passages
from articles.ask.encoder.reading import read_likeness
from articles.ask.evidence import certainty, read_evidence, read_meaning
from articles.ask.matching import weigh
from articles.ask.passages import Passage, read_sentences
from articles.ask.ranking import Ranked, rank
from articles.ask.retrieval import count_articles, count_holding, find_candidates
from articles.ask.wording import Asked, others_in, read_question
from articles.library.models import Article

RELATED_MIN = 0.2  # the share of the question, by weight, that such an article has
RELATED_MAX = 3  # articles that may have something about it, where none answers


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage with the article it stands in."""

    article: Article
    passage: Passage

    @property
    def address(self) -> str:
        """The page of the article at the passage, which is marked there."""
        return f"{self.article.get_absolute_url()}?passage={self.passage.key}#passage"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the archive says, word for word; no citations where it does not answer.

    `related` are articles with words of the question, the nearest first.
    """

    asked: Asked
    citations: tuple[Citation, ...] = ()
    related: tuple[Article, ...] = field(default=())

    @property
    def is_answered(self) -> bool:
        return bool(self.citations)


def answer(typed: str) -> Answer:
    """Look for the answer to a question. Stores nothing.

    Seven statements or fewer, however large the archive is; one more where an encoder is installed.
    """
    asked = read_question(typed)
    holding = count_holding(sorted({*asked.terms, *others_in(asked)}))
    articles = count_articles()
    weights = weigh(asked, holding, articles)
    candidates = find_candidates(asked, holding)
    likeness = read_likeness(asked.text, [each.key for each in candidates])
    ranked = rank(asked, weights, candidates, likeness)
    if not ranked:
        return Answer(asked)
    shown = read_articles(ranked[: 1 + RELATED_MAX])
    best = shown.get(ranked[0].candidate.key)
    if best is None:  # withdrawn at this moment
        return Answer(asked)
    sentences = read_sentences(best.body_html)
    evidence = read_evidence(asked, weights, ranked, sentences, articles)
    others = related_to(ranked, shown)
    if certainty(evidence, read_meaning(ranked)) <= 0 or not sentences:
        return Answer(asked, related=others[:RELATED_MAX])
    passages = choose_passages(asked, weights, sentences)
    return Answer(asked, cite(best, passages), tuple(each for each in others if each != best))


def related_to(ranked: Sequence[Ranked], shown: dict[int, Article]) -> tuple[Article, ...]:
    """The articles that have enough of the question to be worth a look."""
    near = [each.candidate.key for each in ranked if each.coverage >= RELATED_MIN]
    return tuple(shown[key] for key in near if key in shown)


def cite(article: Article, passages: Sequence[Passage]) -> tuple[Citation, ...]:
    """Passages of an article as citations."""
    return tuple(Citation(article, passage) for passage in passages)


def read_articles(ranked: Sequence[Ranked]) -> dict[int, Article]:
    """The articles by key: only what may be quoted at this moment."""
    keys = [each.candidate.key for each in ranked]
    found = Article.objects.for_answers().filter(pk__in=keys).select_related("source")
    return {article.pk: article for article in found}
