"""What the index holds beside what it should hold, and mending the difference."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection
from django.utils import timezone

from articles.index.actions import remove_entries, write_entries
from articles.index.entries import Entry, Kind
from articles.index.models import SearchEntry, SearchState
from articles.index.tokens import RULES

# Compares every token of every entry with the full-text index; an error where one differs.
CHECK_TEXT = """
    INSERT INTO articles_search_text (articles_search_text, rank) VALUES ('integrity-check', 1)
"""
REBUILD_TEXT = "INSERT INTO articles_search_text (articles_search_text) VALUES ('rebuild')"


@dataclass
class Difference:
    """Entries that are missing or stale, and keys of entries that should not be there."""

    kind: Kind
    wrong: list[Entry] = field(default_factory=list)
    left_over: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.wrong or self.left_over)

    def __len__(self) -> int:
        return len(self.wrong) + len(self.left_over)


def compare(kind: Kind, first_key: int, last_key: int, expected: Iterable[Entry]) -> Difference:
    """What differs among the entries of a kind whose keys lie between these two, both included.

    `expected` is read after the entries: what comes in between is written once more, and nothing
    is taken for left over that came in between.
    """
    rows = SearchEntry.objects.filter(kind=kind, key__range=(first_key, last_key))
    stored = {row.key: row for row in rows}
    difference = Difference(kind)
    for entry in expected:
        if not is_same(stored.pop(entry.key, None), entry):
            difference.wrong.append(entry)
    difference.left_over = list(stored)
    return difference


def is_same(row: SearchEntry | None, entry: Entry) -> bool:
    """Whether the row says what the entry says."""
    known = (row.id, row.article_key, row.tokens) if row else None
    return known == (entry.id, entry.article, entry.tokens)


def mend(difference: Difference) -> None:
    """Make the index right. Call inside the transaction in which the difference was read."""
    write_entries(difference.wrong)
    remove_entries(difference.kind, difference.left_over)


def check_text() -> None:
    """Compare SQLite's full-text index with the entries; raises DatabaseError where they differ.

    That of PostgreSQL is a column of the row and cannot.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(CHECK_TEXT)


def rebuild_text() -> None:
    """Make SQLite's full-text index anew from the entries. Writers wait meanwhile."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(REBUILD_TEXT)


def is_behind() -> bool:
    """Whether the index was never built, or by other rules than those of this release."""
    return not SearchState.objects.filter(rules=RULES).exists()


def note_built() -> None:
    """Write down that the index is whole, by the rules of this release."""
    SearchState.objects.update_or_create(
        pk=1, defaults={"rules": RULES, "built_at": timezone.now()}
    )
