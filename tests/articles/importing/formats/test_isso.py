"""Isso's database and its JSON: threads with their comments."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from articles.importing import formats
from articles.importing.formats import isso, isso_json
from articles.importing.records import ParseError

Exported = Callable[[str], bytes]
SITE = "https://sample.example/"
THREADS = "CREATE TABLE threads (id INTEGER PRIMARY KEY, uri, title);"
COLUMNS = "tid, id INTEGER PRIMARY KEY, parent, created, mode, text, author, email"
COMMENTS = f"CREATE TABLE comments ({COLUMNS});"
ONE = (
    "INSERT INTO threads VALUES (1, '/a/', 'A');"
    "INSERT INTO comments VALUES (1, 1, NULL, 0, 1, 'Hi', NULL, NULL);"
)


def made(script: str) -> bytes:
    """The bytes of a database that this makes."""
    database = sqlite3.connect(":memory:")
    database.executescript(script)
    data = database.serialize()
    database.close()
    return data


def test_comments_of_the_database_come_in_their_place(exported: Exported) -> None:
    data = exported("isso.db")
    assert formats.choose(data, "x") is isso
    warm, cold = isso.parse(data, address=SITE)
    first, waiting, gone, answer = warm.comments
    assert (first.author_name, first.author_email) == ("Sample Reader One", "one@readers.example")
    assert first.created_at == datetime(2024, 3, 12, 10, 1, 0, 500_000, tzinfo=UTC)
    assert "First &amp; &lt;b&gt;foremost&lt;/b&gt;" in first.body_html
    assert (waiting.state, waiting.parent_id) == ("pending", "1")
    assert "<blockquote><p>quoted</p></blockquote><pre><code>code" in waiting.body_html
    assert (gone.state, gone.body_html, answer.parent_id) == ("removed", "", "3")
    assert (cold.comments_dropped, cold.title) == (1, "https://sample.example/cold-air/")


def test_threads_are_known_by_their_path(exported: Exported) -> None:
    warm = next(iter(isso.parse(exported("isso.db"))))
    assert (warm.title, warm.external_id, warm.source_url) == ("Warm water", "/warm-water/", "")
    assert warm.dropped[0].text == "1 comment of discussions that are not in the export"


def test_json_for_imports_is_read(exported: Exported) -> None:
    data = exported("isso-generic.json")
    assert formats.choose(data, "x") is isso_json
    warm, cold = isso_json.parse(data, address=SITE)
    first, second = warm.comments
    assert first.body_html == "<p>First, with <strong>bold</strong> words.<br>A second line.</p>"
    assert first.created_at == datetime(2024, 3, 12, 10, tzinfo=UTC)
    assert second.created_at == datetime(2024, 3, 12, 11, tzinfo=UTC)
    assert (warm.comments_dropped, warm.source_url) == (1, "https://sample.example/warm-water/")
    assert cold.comments[0].external_id == "number 1"
    assert (first.is_known_by_id, cold.comments[0].is_known_by_id) == (True, False)


def test_networks_and_web_addresses_are_never_read(exported: Exported) -> None:
    for module, name in ((isso, "isso.db"), (isso_json, "isso-generic.json")):
        told = repr(list(module.parse(exported(name))))
        assert "192.0.2" not in told and "site.example" not in told and "one.example" not in told


def test_a_database_that_writes_its_journal_beside_it_is_read() -> None:
    data = bytearray(made(THREADS + COMMENTS + ONE))
    data[18:20] = b"\2\2"
    assert len(list(isso.parse(bytes(data)))) == 1


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("CREATE TABLE threads (id, uri, title); CREATE TABLE x (comments)", "no table 'comments'"),
        (THREADS + "CREATE VIEW comments AS SELECT 1 AS id", "no table 'comments'"),
        (THREADS + "CREATE TABLE comments (id, tid, parent, created, text, author)",
         "has no email and no mode"),
    ],
)  # fmt: skip
def test_another_database_is_refused_with_what_is_missing(script: str, reason: str) -> None:
    with pytest.raises(ParseError, match=reason):
        list(isso.parse(made(script)))


def test_columns_that_are_computed_are_not() -> None:
    costly = COMMENTS.replace("text,", "text AS (hex(zeroblob(000000009))),")
    rows = ONE.replace("comments VALUES (1, 1, NULL, 0, 1, 'Hi', NULL, NULL)",
                       "comments (tid, id, mode) VALUES (1, 1, 1)")  # fmt: skip
    data = made(THREADS + costly + rows).replace(b"000000009", b"900000000")
    with pytest.raises(ParseError, match="damaged or takes too long"):
        list(isso.parse(data))


def test_max_database_seconds_ends_a_database_that_takes_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("articles.importing.exports.isso_database.MAX_DATABASE_SECONDS", -1)
    many = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
    many += "INSERT INTO comments SELECT 1, i, NULL, 0, 1, 'Hi', NULL, NULL FROM n;"
    with pytest.raises(ParseError, match="takes too long"):
        list(isso.parse(made(THREADS + COMMENTS + ONE + many)))


def test_values_of_every_type_do_no_harm() -> None:
    odd = "INSERT INTO comments VALUES (1, 2, 'x', 'soon', x'31', x'48ff', 7, 1.5);"
    (article,) = isso.parse(made(THREADS + COMMENTS + ONE + odd))
    assert article.comments[1].body_html == "<p>H\ufffd</p>"
    assert (article.comments[1].author_name, article.comments[1].created_at) == ("7", None)


@pytest.mark.parametrize("data", [b"SQLite format 3\0", b"SQLite format 3\0" + b"\1" * 5000, b""])
def test_a_damaged_database_is_refused(data: bytes) -> None:
    with pytest.raises(ParseError):
        list(isso.parse(data))
