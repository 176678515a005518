"""The short lines under a title: what they say, and what they are not made to say."""

from datetime import UTC, datetime

import pytest

from articles.importing.plaintext.bylines import (
    MAX_BYLINE_CHARS,
    MAX_NAME_WORDS,
    Byline,
    is_label,
    is_name,
    read_byline,
)

DAY = datetime(2024, 3, 12, tzinfo=UTC)
NEXT = datetime(2024, 3, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Roe", Byline("Jane Roe")),
        ("by Jane Roe, MD, and John Doe", Byline("Jane Roe, MD, and John Doe")),
        ("Written by Jane van Roe", Byline("Jane van Roe")),
        ("Author: Jane Roe", Byline("Jane Roe")),
        ("12 March 2024", Byline("", DAY)),
        ("Published: 12 March 2024", Byline("", DAY)),
        ("Posted on March 12, 2024", Byline("", DAY)),
        ("Date: 2024-03-12", Byline("", DAY)),
        ("Last updated: 13 March 2024", Byline("", None, NEXT)),
        ("By Jane Roe on March 12, 2024", Byline("Jane Roe", DAY)),
        ("By Jane Roe, March 12, 2024", Byline("Jane Roe", DAY)),
        ("By Jane Roe Updated March 13, 2024", Byline("Jane Roe", None, NEXT)),
        ("12 March 2024 by Jane Roe", Byline("Jane Roe", DAY)),
        ("By Jane Roe | 12 March 2024 | Updated 13 March 2024", Byline("Jane Roe", DAY, NEXT)),
        ("By Jane Roe · 3 min read · 12 comments", Byline("Jane Roe")),
        ("Jane Roe | Health | 12 March 2024", Byline("", DAY)),
        ("03/04/2024", Byline("", None, None, True)),
        ("By Jane Roe | 03/04/2024", Byline("Jane Roe", None, None, True)),
    ],
)
def test_a_byline_is_read(line: str, byline: Byline) -> None:
    assert read_byline(line) == byline


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe",
        "By the numbers",
        "By 2020 all had gone",
        "By Monday all had recovered.",
        "By and large",
        "By contrast, it fell",
        "Bystanders",
        "Updated advice for patients",
        "Health | Sleep",
        "",
        "Published studies were few",
        "In March 2024",
    ],
)
def test_a_name_is_taken_only_where_the_line_says_so(line: str) -> None:
    assert read_byline(line) is None


def test_max_byline_chars_tells_a_byline_from_a_standfirst() -> None:
    assert read_byline("By Jane " + "R" * (MAX_BYLINE_CHARS - 8))
    assert read_byline("By Jane " + "R" * (MAX_BYLINE_CHARS - 7)) is None


def test_max_name_words_tells_a_name_from_a_sentence() -> None:
    assert is_name("Jane " * MAX_NAME_WORDS)
    assert not is_name("Jane " * (MAX_NAME_WORDS + 1))


@pytest.mark.parametrize("line", ["By", "Published:", "Updated", "Summary:", "Author:"])
def test_a_label_waits_for_its_line(line: str) -> None:
    assert is_label(line)


@pytest.mark.parametrize("line", ["Bye", "Published 2024", "Summary", "Publishing:"])
def test_other_lines_are_no_label(line: str) -> None:
    assert not is_label(line)
