"""What a question to the archive costs, as a ratio to a plain search for the same words.

Runs inside a database that is there for measuring only.
"""

import statistics
import time
from collections.abc import Callable

from articles.ask.answering import answer
from articles.ask.wording import read_question
from articles.index.entries import Kind
from articles.models import Article
from articles.search.matching import Topics, find
from articles.search.query import parse
from articles.search.ranking import rank
from articles.search.words import entries_of

ROUNDS, QUESTIONS = 3, 40
MEDIAN_MAX = 100.0  # milliseconds of a question


def compare_asking() -> None:
    """Print what a question takes, and how much longer than a search it is."""
    titles = list(Article.objects.for_answers().order_by("pk").values_list("title", flat=True))
    questions = titles[:: max(1, len(titles) // QUESTIONS)][:QUESTIONS]
    pairs = [(median(answer, questions), median(search, questions)) for _ in range(ROUNDS)]
    ours = statistics.median(taken for taken, _ in pairs)
    ratio = statistics.median(taken / plain for taken, plain in pairs)
    reached = "reached" if ours <= MEDIAN_MAX else "NOT reached"
    print(
        f"a question to {len(titles):,} articles, against a search for its longest word: "
        f"{ours:.1f} ms, ratio {ratio:.1f}  ({reached}: median of {MEDIAN_MAX:.0f} ms)"
    )


def search(question: str) -> object:
    """A search for the longest word of a question."""
    query = parse(max(read_question(question).terms, key=len, default=question))
    stems = {token for term in query.wanted for token in term.tokens}
    return rank(find(query, Kind.ARTICLE, Topics()), query.wanted, entries_of(stems))


def median(work: Callable[[str], object], questions: list[str]) -> float:
    """Milliseconds of one, the median."""
    taken = []
    for question in questions:
        began = time.perf_counter()
        work(question)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)
