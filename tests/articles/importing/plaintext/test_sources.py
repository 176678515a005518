"""Where a page says its text is from."""

from collections.abc import Callable

import pytest

from articles.importing.plaintext.sources import (
    MAX_ADDRESS_CHARS,
    MAX_NAME_CHARS,
    Source,
    find_address,
    is_source_line,
    read_source,
)
from articles.importing.records import ParsedArticle

Read = Callable[[str], ParsedArticle]
TEXT = "Warm water\n\nIt helps, they say.\n\nIt helps others too.\n\n"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("see https://example.org/a.", "https://example.org/a"),
        ("(https://example.org/a)", "https://example.org/a"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("<https://example.org/a?b=c&d=e#f>,", "https://example.org/a?b=c&d=e#f"),
        ("HTTP://Example.org:8080/a", "http://example.org:8080/a"),
    ],
)
def test_an_address_is_cut_out_of_its_text(text: str, address: str) -> None:
    assert find_address(text) == address


@pytest.mark.parametrize(
    "text",
    ["", "example.org", "ftp://example.org", "javascript:alert(1)", "https://", "https:///a",
     "https://user:word@example.org/", "https://example.org:port/",
     "https://[::1", "https://example.org:99999/"],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_not_kept(text: str) -> None:
    assert find_address(text) == ""


def test_max_address_chars_is_kept_to() -> None:
    address = "https://example.org/".ljust(MAX_ADDRESS_CHARS, "a")
    assert find_address(address) == address
    assert find_address(address + "a") == ""


def test_a_source_without_a_name_is_called_after_its_host() -> None:
    assert read_source("https://www.example.org/a").name == "example.org"
    assert read_source("").name == ""


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Example Institute", Source("Example Institute", "")),
        (
            "Example Institute: https://example.org/a",
            Source("Example Institute", "https://example.org/a"),
        ),
        ("[Example](https://example.org/a)", Source("Example", "https://example.org/a")),
        ("https://example.org/a", Source("example.org", "https://example.org/a")),
    ],
)
def test_name_and_address_are_told_apart(text: str, source: Source) -> None:
    assert read_source(text) == source


def test_max_name_chars_is_kept_to() -> None:
    assert read_source("x" * MAX_NAME_CHARS).name
    assert read_source("x" * (MAX_NAME_CHARS + 1)).name == ""


@pytest.mark.parametrize(
    "line", ["Source: a", "SOURCE:", "Source", "Story source: a", "Provided by An Institute"]
)
def test_a_line_that_names_a_source_is_known(line: str) -> None:
    assert is_source_line(line)


@pytest.mark.parametrize(
    "line", ["Sources of light", "The source: unknown", "Provided by A. It was."]
)
def test_a_line_that_speaks_of_sources_is_text(line: str) -> None:
    assert not is_source_line(line)


@pytest.mark.parametrize(
    ("lines", "name", "address"),
    [
        ("Source: https://www.example.org/a", "example.org", "https://www.example.org/a"),
        ("Source: Example Institute", "Example Institute", ""),
        (
            "Source:\n\nExample Institute https://example.org/a",
            "Example Institute",
            "https://example.org/a",
        ),
        (
            "Source:\n\nExample Institute\n\nhttps://example.org/a",
            "Example Institute",
            "https://example.org/a",
        ),
        ("Source\n\nhttps://example.org/a", "example.org", "https://example.org/a"),
        (
            "Source: Example Institute\n\nJournal reference:\n\nRoe J. (2024)",
            "Example Institute",
            "",
        ),
        ("Story Source:\n\nMaterials provided by Example Institute.", "Example Institute", ""),
        ("Materials provided by Example Institute.", "Example Institute", ""),
    ],
)
def test_the_source_of_a_page_is_taken(
    lines: str, name: str, address: str, article_of: Read
) -> None:
    article = article_of(TEXT + lines + "\n")
    assert (article.source_name, article.source_url) == (name, address)
    assert name not in article.body_html
    assert "source" in {one.meaning for one in article.recognised}


def test_a_source_in_the_middle_is_that_of_a_table(article_of: Read) -> None:
    article = article_of(TEXT + "Source: Ministry\n\nThat was the table.\n\nAnd this is the end.\n")
    assert (article.source_name, article.source_url) == ("", "")
    assert "Source: Ministry" in article.body_html


def test_a_source_with_an_address_counts_anywhere(article_of: Read) -> None:
    article = article_of("Warm water\n\nSource: https://example.org/a\n\n" + TEXT)
    assert article.source_url == "https://example.org/a"


def test_a_second_source_is_reported(article_of: Read) -> None:
    lines = "Source: https://example.org/a\n\nSource: https://example.org/b\n"
    article = article_of(TEXT + lines)
    assert article.source_url == "https://example.org/a"
    assert [d.reason for d in article.dropped] == ["a second source; the first was kept"]


def test_a_source_in_a_comment_is_the_writers_own(article_of: Read) -> None:
    article = article_of(
        TEXT + "Comments\n\n1. I read it.\n\nSource: https://example.org/a\n\n2. Ah\n"
    )
    assert article.source_url == ""
    assert "Source: https://example.org/a" in article.comments[0].body_html
