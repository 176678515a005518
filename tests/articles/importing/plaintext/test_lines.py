"""Lines with the numbers an editor shows."""

import pytest

from articles.importing.plaintext.lines import Line, split_lines


def texts(page: str) -> list[tuple[int, str]]:
    """Numbers and texts of the lines."""
    return [(line.number, line.text) for line in split_lines(page)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_numbered_whatever_ends_them(end: str) -> None:
    assert texts(f"a{end}{end}b") == [(1, "a"), (2, ""), (3, "b")]


@pytest.mark.parametrize("sign", ["\u2028", "\x0b", "\x85"])
def test_a_soft_break_parts_a_line_but_not_its_number(sign: str) -> None:
    assert texts(f"a{sign}b\nc") == [(1, "a"), (1, "b"), (2, "c")]


@pytest.mark.parametrize("sign", ["\u2029", "\x0c"])
def test_a_new_page_or_paragraph_stands_for_a_blank_line(sign: str) -> None:
    assert texts(f"a{sign}b") == [(1, "a"), (1, ""), (1, "b")]


@pytest.mark.parametrize(
    ("raw", "indent"),
    [("a", 0), ("  a", 2), ("\ta", 4), ("  \ta", 4), ("\u00a0\u00a0a", 2), ("\ufeff a", 1)],
)
def test_the_indent_is_counted_in_columns(raw: str, indent: int) -> None:
    assert list(split_lines(raw)) == [Line(1, indent, "a")]


def test_edges_are_cut_and_the_inside_is_kept() -> None:
    assert texts(" \u200bso  odd,\u00a0this \u00a0") == [(1, "so  odd,\u00a0this")]


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u200b", "\ufeff", "\u3000"])
def test_a_line_with_nothing_to_see_is_blank(blank: str) -> None:
    assert texts(blank) == [(1, "")]
