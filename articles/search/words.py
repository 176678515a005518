"""How many entries hold each word: to weigh words, and to mend what was mistyped.

Counted by the worker once an hour, so that a post need not. Only words that stand in several
entries are kept, and the commonest of them: what one person wrote once is nowhere but in its entry.
"""

from datetime import timedelta

from django.db import connection, transaction
from django.db.models.functions import Length
from django.utils import timezone

from articles.index.models import STEM_MAX, SearchState, SearchWord
from articles.index.tokens import EVERY, MARK

COUNT_EVERY = timedelta(hours=1)
WORDS_KEPT = 20_000  # stems; an adult knows about as many
ENTRIES_MIN = 2  # entries that hold a word that is kept
STEM_MIN = 3  # letters; shorter ones are not mistyped for long
BATCH = 1_000  # rows a statement

SQLITE = "SELECT term, doc FROM articles_search_vocabulary WHERE doc >= %s"
POSTGRESQL = (
    "SELECT word, ndoc FROM ts_stat('SELECT vector FROM articles_searchentry') WHERE ndoc >= %s"
)


def count_words() -> int:
    """Count anew where it is time for it; returns how many words are kept now."""
    state = SearchState.objects.first()
    if state is None:
        return 0  # the index is built first
    if state.counted_at and state.counted_at > timezone.now() - COUNT_EVERY:
        return 0
    return store_counts(read_counts())


def read_counts() -> list[tuple[str, int]]:
    """The words to keep, the commonest first, and how many entries there are."""
    with connection.cursor() as cursor:
        cursor.execute(POSTGRESQL if connection.vendor == "postgresql" else SQLITE, [ENTRIES_MIN])
        rows: list[tuple[str, int]] = cursor.fetchall()
    kept = [(stem, count) for stem, count in rows if is_kept(stem)]
    return sorted(kept, key=lambda row: (-row[1], row[0]))[:WORDS_KEPT]


def is_kept(stem: str) -> bool:
    """Plain words, and the mark that stands in every entry."""
    if stem == EVERY:
        return True
    is_plain = stem.isascii() and stem.isalpha() and not stem.startswith(MARK)
    return is_plain and STEM_MIN <= len(stem) <= STEM_MAX


def store_counts(counts: list[tuple[str, int]]) -> int:
    """Put these in the place of the words counted before."""
    rows = [SearchWord(stem=stem, entries=count) for stem, count in counts]
    with transaction.atomic():
        SearchWord.objects.all().delete()
        SearchWord.objects.bulk_create(rows, batch_size=BATCH)
        SearchState.objects.update(counted_at=timezone.now())
    return len(rows)


def entries_of(stems: set[str]) -> dict[str, int]:
    """How many entries hold these tokens, and how many there are in all (under `EVERY`)."""
    rows = SearchWord.objects.filter(stem__in=stems | {EVERY})
    return dict(rows.values_list("stem", "entries"))


def words_like(stem: str, slips: int) -> dict[str, int]:
    """Known words about as long as one, with how many entries hold each."""
    words = SearchWord.objects.annotate(length=Length("stem"))
    alike = words.filter(length__gte=len(stem) - slips, length__lte=len(stem) + slips)
    return dict(alike.exclude(stem=EVERY).values_list("stem", "entries"))
