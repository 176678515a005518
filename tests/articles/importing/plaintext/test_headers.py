"""A name is taken only where a line says whose words follow."""

from datetime import UTC, datetime

import pytest

from articles.importing.plaintext.headers import (
    MAX_HEAD_CHARS,
    MAX_NAME_CHARS,
    MAX_NAME_WORDS,
    Head,
    is_stamped,
    read_head,
    says_who,
)

DAY = datetime(2020, 5, 3, tzinfo=UTC)
TIME = DAY.replace(hour=10, minute=14)


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        (["Alice says:"], Head("Alice", None, 1)),
        (["Alice wrote:"], Head("Alice", None, 1)),
        (["alice72 replied:"], Head("alice72", None, 1)),
        (["Dr. Alice Roe said:"], Head("Dr. Alice Roe", None, 1)),
        (["**Alice** says:"], Head("Alice", None, 1)),
        (["Alice says:", "3 May 2020 at 10:14 am"], Head("Alice", TIME, 2)),
        (["Alice says:", "May 3, 2020"], Head("Alice", DAY, 2)),
        (["Alice says", "3 May 2020 at 10:14 am"], Head("Alice", TIME, 2)),
        (["Alice says:", "It helps."], Head("Alice", None, 1)),
        (["Alice says:", "03/04/2020"], Head("Alice", None, 2, unsure=True)),
        (["Alice says on 3 May 2020"], Head("Alice", DAY, 1)),
        (["Alice commented on May 3, 2020 at 10:14 am"], Head("Alice", TIME, 1)),
        (["Alice on 3 May 2020 at 10:14 said:"], Head("Alice", TIME, 1)),
        (["Posted by Alice on 3 May 2020"], Head("Alice", DAY, 1)),
        (["Posted by Alice on 03/04/2020"], Head("Alice", None, 1, unsure=True)),
        (["By Alice on 3 May 2020"], Head("Alice", DAY, 1)),
        (["Comment by Alice"], Head("Alice", None, 1)),
        (["Posted by: Alice"], Head("Alice", None, 1)),
        (["Name: Alice"], Head("Alice", None, 1)),
    ],
)
def test_a_head_is_read(lines: list[str], head: Head) -> None:
    assert read_head(lines, stamped=False) == head


@pytest.mark.parametrize(
    "line",
    [
        "Michelle hello why do you say so",
        "Michelle, hello",
        "Alice",
        "Alice says it helps",
        "Alice says: it helps",
        "My doctor says:",
        "The nurse said:",
        "He wrote:",
        "Everyone says:",
        "As they say:",
        "I know this: Alice says:",
        "Well! Alice says:",
        "It helps. Alice said:",
        "By Alice",
        "By the way on 3 May 2020",
        "I was there on 3 May 2020",
        "says:",
        "",
        "Posted by",
        "The study, as I said:",
        "Reply to Alice",
        "Alice\u2028says",
    ],
)
def test_a_line_in_doubt_is_text(line: str) -> None:
    assert read_head([line, "It helps me."], stamped=False) is None
    assert not says_who(line)


STAMPS = [
    (["Alice", "3 May 2020 at 10:14 am", "It helps"], Head("Alice", TIME, 2)),
    (["AliceMay 3, 2020 At 10:14 am", "It helps"], Head("Alice", TIME, 1)),
    (["Alice Roe, May 3, 2020, 10:14", "It helps"], Head("Alice Roe", TIME, 1)),
]


@pytest.mark.parametrize(("lines", "head"), STAMPS)
def test_a_name_with_a_stamp_counts_only_where_all_comments_have_it(
    lines: list[str], head: Head
) -> None:
    assert is_stamped(lines)
    assert read_head(lines, stamped=True) == head
    assert read_head(lines, stamped=False) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["Alice", "3 May 2020"],
        ["It helps.", "3 May 2020 at 10:14"],
        ["3 May 2020 at 10:14"],
        ["Alice"],
        [""],
        [],
    ],
)
def test_what_is_no_stamp_is_text(lines: list[str]) -> None:
    assert not is_stamped(lines)
    assert read_head(lines, stamped=True) is None


def test_max_name_chars_and_words_tell_a_name_from_a_sentence() -> None:
    assert says_who("A" * MAX_NAME_CHARS + " says:")
    assert not says_who("A" * (MAX_NAME_CHARS + 1) + " says:")
    assert says_who("Alice " * MAX_NAME_WORDS + "says:")
    assert not says_who("Alice " * (MAX_NAME_WORDS + 1) + "says:")


def test_max_head_chars_keeps_long_lines_from_being_looked_at() -> None:
    assert not says_who("Alice says" + " " * MAX_HEAD_CHARS + ":")
