"""Exports of Commento and Comentario: their comments, page by page."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from articles.importing import formats
from articles.importing.formats import commento
from articles.importing.records import ParsedArticle, ParseError

Exported = Callable[[str], bytes]


def read(data: bytes, address: str | None = None) -> list[ParsedArticle]:
    """All pages of an export."""
    assert formats.choose(data, "export") is commento
    return list(commento.parse(data, address=address))


def export(*comments: dict[str, Any], **more: Any) -> bytes:
    """An export with these comments."""
    return json.dumps({"version": 1, "comments": comments, "commenters": [], **more}).encode()


def told(number: int = 1, **more: Any) -> dict[str, Any]:
    """A comment of an export."""
    return {"commentHex": f"hex{number}", "url": "/a/", "markdown": "Hi", "parentHex": "root",
            "state": "approved", **more}  # fmt: skip


def test_comments_come_with_their_authors_and_in_their_place(exported: Exported) -> None:
    article = read(exported("commento.json"))[0]
    first, second, gone, answer = article.comments
    assert (first.author_name, first.author_email) == ("Sample Reader One", "one@readers.example")
    assert first.created_at == datetime(2024, 3, 12, 11, tzinfo=UTC)
    assert first.body_html == "<p>First &lt;b&gt;not bold&lt;/b&gt;.</p>"
    assert (second.parent_id, second.author_name) == ("hex1", "Sample <Reader> Two")
    assert second.body_html == "<p>An <em>answer</em></p><ul><li>one</li><li>two</li></ul>"
    assert (gone.state, gone.body_html, gone.author_name) == ("removed", "", "")
    assert (answer.parent_id, answer.state, answer.author_name) == ("hex3", "pending", "")


def test_pages_are_told_apart_by_their_address(exported: Exported) -> None:
    warm, cold = read(exported("commento.json"))
    assert warm.source_url == warm.external_id == "https://sample.example/warm-water/"
    assert (cold.source_name, cold.comments[0].state) == ("sample.example", "pending")
    assert (cold.comments_dropped, cold.dropped[0].text) == (1, "1 comment deleted")


def test_a_packed_export_of_comentario_is_read(exported: Exported) -> None:
    (article,) = read(exported("comentario.json.gz"), "https://sample.example/")
    assert (article.title, article.source_url) == (
        "Warm water", "https://sample.example/warm-water/",
    )  # fmt: skip
    first, second = article.comments
    assert (first.author_name, first.state) == ("Sample Reader One", "visible")
    assert (second.parent_id, second.author_name) == (first.external_id, "Sample Guest")
    assert second.state == "pending"
    assert [one.text for one in article.dropped] == [
        "1 comment rejected by a moderator",
        "1 comment of discussions that are not in the export",
    ]


def test_without_an_address_a_path_is_no_link(exported: Exported) -> None:
    (article,) = read(exported("comentario.json.gz"))
    assert (article.source_url, article.external_id) == ("", "/warm-water/")


def test_a_page_may_be_a_path_or_an_address() -> None:
    found = read(export(told(1, url="a/"), told(2, path="/a/"), told(3, url="https://a.example/")))
    assert [one.external_id for one in found] == ["/a/", "https://a.example/"]


def test_web_addresses_of_commenters_are_never_read(exported: Exported) -> None:
    for name in ("commento.json", "comentario.json.gz"):
        assert "one.example" not in repr(read(exported(name)))


def test_a_version_that_is_not_known_is_refused() -> None:
    with pytest.raises(ParseError, match="version of the export is not known"):
        list(commento.parse(export(told(), version=4)))


@pytest.mark.parametrize("data", [b'{"version":1,"comments":[],"commenters":[]}', export()])
def test_an_export_without_comments_says_so(data: bytes) -> None:
    with pytest.raises(ParseError, match="no comments in this export"):
        read(data)


def test_wrong_types_do_no_harm() -> None:
    odd: list[Any] = [None, 5, [], {"commentHex": 7, "url": 8, "markdown": ["x"], "parentHex": {}}]
    odd.append(told(1, creationDate=4e99, score="x", commenterHex=[1], html=None, deleted="no"))
    data = export(*odd, commenters=[None, 3, {"name": 4}]).replace(b"4e+99", b"4e+999")
    (article,) = list(commento.parse(data))
    assert [one.external_id for one in article.comments] == ["hex1"]
    assert article.comments[0].created_at is None


def test_packed_bombs_are_refused() -> None:
    bomb = gzip.compress(b'{"version":1,"comments":[' + b" " * 120_000_000, compresslevel=9)
    with pytest.raises(ParseError, match="larger than 100 MB"):
        read(bomb)
