"""Numbers as CSV (RFC 4180) that a spreadsheet shows and never runs. Pure.

A cell that begins with one of =, +, -, @, a tab or a line break is taken for a formula by
spreadsheets (OWASP, "CSV Injection"); an apostrophe before it makes it words again.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from community.moderation.numbers.tables import Table

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe(cell: object) -> object:
    """The cell as it may stand in a file. Numbers stay numbers.

    >>> safe("=1+1"), safe(-3)
    ("'=1+1", -3)
    """
    if isinstance(cell, int | float):
        return cell
    text = str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def as_csv(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The file, with a line for each row."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return file.getvalue()


def tables_as_csv(tables: Iterable[Table]) -> str:
    """Every table below each other: which table, which line, how many."""
    rows = ((t.key, t.title, row.label, row.count) for t in tables for row in t.rows)
    return as_csv(("table", "title", "item", "count"), rows)
