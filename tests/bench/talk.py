"""Much talk to search in, quickly stored: words as unevenly used as in a language.

Runs inside a database that is there for measuring only.
"""

import itertools
import random
import time
from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from articles.library.actions import create_article, publish_article
from articles.models import Article
from articles.search.words import count_words
from community.search.rebuilding import rebuild_index
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.tree import step

ARTICLES = 500
VOCABULARY = 30_000  # different words; a lively forum has about as many
ARTICLE_WORDS, COMMENT_WORDS = 500, (10, 130)
AUTHORS = 300
BATCH = 2_000


class Language:
    """Made-up words, the n-th of which is used about 1/n as often as the first (Zipf)."""

    def __init__(self) -> None:
        self.rng = random.Random(20_110)
        starts = "b br d f g gr h k l m n p pl r s st t v w z".split()
        syllables = [start + vowel for start in starts for vowel in "aeiou"]
        ends = ["", "n", "r", "s", "t", "l"]
        words = ["".join(parts) for parts in itertools.product(syllables, syllables, ends)]
        longer = [f"{word}{syllable}" for word in words for syllable in syllables[:1]]
        self.words = (words + [f"{each}lo" for each in longer])[:VOCABULARY]
        self.rng.shuffle(self.words)
        weights = (1 / (rank + 3) for rank in range(len(self.words)))
        self.cumulated = list(itertools.accumulate(weights))

    def text(self, length: int) -> str:
        return " ".join(self.rng.choices(self.words, cum_weights=self.cumulated, k=length))


def fill(comments: int) -> tuple[float, Language]:
    """Store articles with so many comments, and index them; seconds that the index took."""
    language = Language()
    threads = [make_article(language, number) for number in range(ARTICLES)]
    rows = make_comments(language, threads, comments)
    while batch := list(itertools.islice(rows, BATCH)):
        Comment.objects.bulk_create(batch)
    began = time.perf_counter()
    rebuild_index()
    taken = time.perf_counter() - began
    count_words()
    return taken, language


def make_article(language: Language, number: int) -> Thread:
    """A published article with an empty thread."""
    body = f"<p>{language.text(ARTICLE_WORDS)}</p>"
    article = create_article(title=language.text(6), slug=f"talk-{number}", body_html=body)
    return open_thread(publish_article(article=article))


def make_comments(language: Language, threads: list[Thread], count: int) -> Iterator[Comment]:
    """Visible comments without pieces, which no search looks at; one every ten minutes."""
    start = timezone.now() - timedelta(minutes=10 * count)
    for index in range(count):
        number = index // len(threads) + 1
        yield Comment(
            thread=threads[index % len(threads)],
            number=number,
            path=step(number),
            root_number=number,
            state=Comment.State.VISIBLE,
            body=language.text(language.rng.randint(*COMMENT_WORDS)),
            author_name=f"Writer {language.rng.randrange(AUTHORS)}",
            created_at=start + timedelta(minutes=10 * index),
        )


def queries(language: Language) -> list[str]:
    """What people look for: one to three words, common, middling and rare ones; phrases, slips."""
    common, middling, rare = language.words[:40], language.words[200:2_000], language.words[5_000:]
    rng = random.Random(7)
    made = []
    for kinds in (
        [common], [middling], [rare], [common, common], [common, middling], [middling, middling],
        [common, rare], [common, common, common], [common, middling, middling],
    ):  # fmt: skip
        made += [" ".join(rng.choice(kind) for kind in kinds) for _ in range(3)]
    made += [f'"{first} {second}"' for first, second in itertools.pairwise(common[:4])]
    made += [f"{common[0]} -{common[1]}", f"{common[2]} after:{timezone.now().year}"]
    made.append(f"{middling[0]} author:{rng.randrange(AUTHORS)}")
    made.append(middling[1][:1] + middling[1][2:] + "ing")
    return made


def prepare(comments: int) -> None:
    """Fill an empty database and print the seconds of indexing and the queries, a line each."""
    if Article.objects.exists():
        raise SystemExit("This database holds content already.")
    taken, language = fill(comments)
    print(f"{taken:.1f}", *queries(language), sep="\n")
