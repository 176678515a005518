"""Tables, the shapes of their charts, and the file for spreadsheets."""

import csv
import io

import pytest

from community.moderation.numbers.spreadsheet import as_csv, safe, tables_as_csv
from community.moderation.numbers.tables import in_steps, largest_first, table


def test_a_bar_is_as_long_as_its_part_of_the_largest() -> None:
    rows = table("x", "X", [("a", 4), ("b", 1), ("c", 0)]).rows
    assert [row.percent for row in rows] == ["100.00%", "25.00%", "0.00%"]
    assert [row.part for row in rows] == ["80%", "20%", "0%"]


def test_what_was_counted_once_among_thousands_is_still_seen() -> None:
    shown = table("x", "X", [("a", 100_000), ("b", 1)])
    assert shown.rows[1].percent == "0.50%" and shown.columns[1].height == "2.00%"


def test_columns_do_not_overlap() -> None:
    shown = table("x", "X", [(str(n), n) for n in range(31)])
    lefts = [(float(c.left[:-1]), float(c.width[:-1])) for c in shown.columns]
    assert all(left + width < lefts[n + 1][0] for n, (left, width) in enumerate(lefts[:-1]))
    assert lefts[-1][0] + lefts[-1][1] <= 100


def test_a_long_time_is_joined_into_steps_without_losing_any() -> None:
    days = [(str(n), n) for n in range(365)]
    joined = in_steps(days, 31)
    assert len(joined) <= 31 and sum(n for _, n in joined) == sum(n for _, n in days)
    assert in_steps([], 31) == []


def test_what_was_never_counted_is_left_out_and_the_largest_comes_first() -> None:
    assert largest_first([("a", 1), ("b", 0), ("d", 5), ("c", 5)]) == [("c", 5), ("d", 5), ("a", 1)]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "  @x"])
def test_no_cell_is_run_as_a_formula(text: str) -> None:
    (row,) = list(csv.reader(io.StringIO(as_csv(("x",), [(text,)]))))[1:]
    assert row[0] == f"'{text}"


def test_numbers_and_plain_words_stay_as_they_are() -> None:
    assert [safe(cell) for cell in (7, -3, "Words, and more", "a=b")] == [
        7, -3, "Words, and more", "a=b",
    ]  # fmt: skip


def test_the_file_can_be_read_back() -> None:
    shown = table("kinds", 'What "was" decided', [("Removed, or not", 3), ("=Kept", 1)])
    rows = list(csv.reader(io.StringIO(tables_as_csv([shown]), newline="")))
    assert rows[1:] == [
        ["kinds", 'What "was" decided', "Removed, or not", "3"],
        ["kinds", 'What "was" decided', "'=Kept", "1"],
    ]
