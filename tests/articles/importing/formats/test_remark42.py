"""Backups of remark42: one comment a line, page by page."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from articles.importing import formats
from articles.importing.formats import remark42
from articles.importing.records import ParsedArticle, ParseError

Exported = Callable[[str], bytes]


def read(data: bytes) -> list[ParsedArticle]:
    """All pages of a backup."""
    assert formats.choose(data, "export") is remark42
    return list(remark42.parse(data))


def line(number: int = 1, **more: Any) -> str:
    """A line of a backup."""
    return json.dumps({"id": f"id{number}", "pid": "", "text": "<p>Hi</p>", "user": {"name": "A"},
                       "locator": {"url": "https://sample.example/"}, **more}) + "\n"  # fmt: skip


def test_comments_come_with_names_dates_lines_and_place(exported: Exported) -> None:
    warm, cold = read(exported("remark42.json"))
    first, answer, gone, last = warm.comments
    assert (first.author_name, first.line) == ("Sample Reader & 1", 3)
    assert first.created_at == datetime(2024, 3, 12, 17, tzinfo=UTC)
    assert (answer.parent_id, answer.line) == ("id1", 2)
    assert (gone.state, gone.body_html, gone.author_name) == ("removed", "", "")
    assert last.parent_id == "id3"
    assert cold.comments[0].body_html == "<p>Only <em>typed</em>.</p>"
    assert cold.comments[0].parent_id is None


def test_pages_are_known_by_their_address(exported: Exported) -> None:
    warm, cold = read(exported("remark42.json"))
    assert (warm.title, warm.source_name) == ("Warm & water", "sample.example")
    assert cold.title == cold.source_url == "https://www.sample.example/cold-air/"


def test_networks_are_never_read(exported: Exported) -> None:
    assert "293ec5b0" not in repr(read(exported("remark42.json")))


def test_a_packed_backup_is_read(exported: Exported) -> None:
    data = exported("remark42.json")
    assert read(gzip.compress(data)) == read(data)


def test_a_backup_without_a_first_line_and_with_blank_ones_is_read() -> None:
    (article,) = read(f"\n{line(1)}\n\n{line(2, pid='id1')}".encode())
    assert [(one.parent_id, one.line) for one in article.comments] == [(None, 2), ("id1", 5)]


def test_a_comment_without_a_page_is_told() -> None:
    (article,) = read((line(1) + line(2, locator=None) + "{}\n5\n").encode())
    assert article.comments_dropped == 1
    assert article.dropped[0].text == "1 comment of discussions that are not in the export"


def test_a_damaged_line_is_named() -> None:
    with pytest.raises(ParseError) as caught:
        list(remark42.parse((line(1) + line(2)[:40]).encode()))
    assert caught.value.line == 2
    assert caught.value.column


def test_a_cut_off_packed_backup_is_refused(exported: Exported) -> None:
    packed = gzip.compress(exported("remark42.json"))
    with pytest.raises(ParseError, match="packed export is damaged or cut off"):
        list(remark42.parse(packed[:-30]))
