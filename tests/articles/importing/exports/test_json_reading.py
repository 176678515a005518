"""JSON is read piece by piece, and what is no JSON is refused with its place."""

import time
from typing import Any

import pytest

from articles.importing.exports import limits
from articles.importing.exports.json_reading import JsonReader, json_head, json_text
from articles.importing.records import ParseError


def members(text: str) -> list[tuple[str, Any]]:
    """The members of an object, to the end of the text."""
    reader = JsonReader(text)
    found = list(reader.members())
    reader.end()
    return found


def test_lists_are_read_one_element_after_the_other() -> None:
    text = ' {"a": 1, "b": [2, {"c": [3]}], "d": [], "e": {"f": null}} '
    assert members(text) == [("a", 1), ("b", 2), ("b", {"c": [3]}), ("e", {"f": None})]
    assert list(JsonReader("[1, [2], {}]").elements()) == [1, [2], {}]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"a"}', '{"a":}', '{"a": 1', '{"a": 1,}', '{"a": [1,]}', '{"a": [1 2]}',
     "{1: 2}", '{"a": NaN}', '{"a": -Infinity}', '{"a": 1} x', '{"a": "\n"}', "{" + '"a":[' * 9,
     '{"a": ' + "9" * 5000 + "}", '{"a": ' + "[" * 100_000, '{"a": {' * 50_000],
)  # fmt: skip
def test_what_is_no_json_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        members("\n" + text)
    assert caught.value.line


def test_lines_are_counted() -> None:
    reader = JsonReader("\n1\n\n2 3")
    lines = []
    while reader.next():
        lines.append(reader.line())
        reader.value()
    assert lines == [2, 4, 4]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_every_encoding_of_json_is_read(encoding: str) -> None:
    assert json_text('{"a": "ä"}'.encode(encoding)) == '{"a": "ä"}'
    assert json_head('{"a": "ä"}'.encode(encoding)) == '{"a": "ä"}'


def test_another_encoding_is_refused_with_its_line() -> None:
    with pytest.raises(ParseError, match="not in UTF-8") as caught:
        json_text(b'{"a":\n"\xe4"}')
    assert caught.value.line == 2


def test_max_json_pieces_is_looked_at_before_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_JSON_PIECES", 3)
    assert json_text(b"[[1,2]]")
    with pytest.raises(ParseError, match="more than 3 values"):
        json_text(b"[[1,2,3]]")


def test_a_list_of_nothing_is_refused_before_it_fills_the_memory() -> None:
    began = time.process_time()
    with pytest.raises(ParseError, match="more than 20,000,000 values"):
        json_text(b"[{}" + b",{}" * 15_000_000)
    assert time.process_time() - began < 3
