"""Damaged and hostile exports of every kind are read or refused in words, never anything else."""

import gzip
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.importing import formats
from articles.importing.exports import limits
from articles.importing.records import ParsedArticle, ParseError

FOLDER = Path(__file__).parents[1] / "fixtures" / "exports"
SAMPLES = {file.name: file.read_bytes() for file in sorted(FOLDER.iterdir())}
MODULES = {name: formats.detect(data, name) for name, data in SAMPLES.items()}
XML = [name for name in SAMPLES if name.endswith(".xml")]
every_sample = pytest.mark.parametrize("name", SAMPLES)
JSON = [name for name in SAMPLES if ".json" in name]
ODD = st.sampled_from(
    [None, 0, -1, 5, 1e308, 10**30, -(10**17), True, [], {}, [[[]]], [{}], {"a": []}, "", "x" * 300,
     "\ud800", "\0", "0", "NaN", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "http://["]
)  # fmt: skip
every_json = pytest.mark.parametrize("name", JSON)
every_xml = pytest.mark.parametrize("name", XML)
SLOW = [HealthCheck.too_slow]


def read_or_refuse(module: ModuleType, data: bytes) -> list[ParsedArticle]:
    """Read a document; it may only fail with a sentence, and what is read hangs together."""
    module.detect(data, "export")
    try:
        articles = list(module.parse(data))
    except ParseError as error:
        assert error.reason.endswith("."), error.reason
        assert error.line is None or error.line > 0
        assert error.column is None or error.column > 0
        return []
    for article in articles:
        hangs_together(article)
    return articles


def hangs_together(article: ParsedArticle) -> None:
    """Parents come first, ids are unique, all texts are texts."""
    seen: set[str | None] = {None}
    for comment in article.comments:
        assert comment.parent_id in seen
        assert comment.external_id not in seen
        seen.add(comment.external_id)
        (comment.body_html + comment.author_name + comment.author_email).encode()
        assert comment.created_at is None or comment.created_at.utcoffset() is not None
    assert article.title
    (article.title + article.body_html + article.author + "".join(article.topics)).encode()


@every_sample
def test_a_sample_is_read_and_known(name: str) -> None:
    assert MODULES[name].NAME in formats.format_names()
    assert read_or_refuse(MODULES[name], SAMPLES[name])


@every_sample
def test_an_export_that_is_cut_off_anywhere_is_refused_or_read(name: str) -> None:
    data = SAMPLES[name]
    places = random.Random(7).sample(range(len(data)), min(len(data), 150))
    for place in places:
        read_or_refuse(MODULES[name], data[:place])


@every_xml
def test_xml_that_is_cut_off_is_refused_with_its_place(name: str) -> None:
    data = SAMPLES[name]
    with pytest.raises(ParseError) as caught:
        list(MODULES[name].parse(data[: len(data) // 2]))
    assert caught.value.line == data[: len(data) // 2].count(b"\n") + 1
    assert caught.value.column


@every_sample
@settings(max_examples=150, suppress_health_check=SLOW)
@given(drawn=st.data())
def test_changed_bytes_are_refused_or_read(name: str, drawn: st.DataObject) -> None:
    data = bytearray(SAMPLES[name])
    places = st.tuples(st.integers(0, len(data) - 1), st.integers(0, 255))
    for place, value in drawn.draw(st.lists(places, min_size=1, max_size=6)):
        data[place] = value
    read_or_refuse(MODULES[name], bytes(data))


@every_sample
@settings(max_examples=100)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_refused_or_read(name: str, data: bytes) -> None:
    read_or_refuse(MODULES[name], data)
    read_or_refuse(MODULES[name], SAMPLES[name][:200] + data)


@every_json
@settings(max_examples=150, suppress_health_check=SLOW)
@given(drawn=st.data())
def test_values_of_another_type_are_refused_or_read(name: str, drawn: st.DataObject) -> None:
    lines = [json.loads(line) for line in documents(SAMPLES[name])]
    places = [place for line in lines for place in places_in(line)]
    for place, key in drawn.draw(st.lists(st.sampled_from(places), min_size=1, max_size=4)):
        place[key] = drawn.draw(ODD)
    data = "\n".join(map(json.dumps, lines)).encode()
    read_or_refuse(MODULES[name], data)


def documents(data: bytes) -> list[str]:
    """The JSON texts in a sample: one, or one a line."""
    text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode()
    return text.splitlines() if text.startswith('{"version": 1, "users"') else [text]


def places_in(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a value that holds another one."""
    keys = value if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0)
    for key in keys:
        yield value, key
        yield from places_in(value[key])


@every_sample
def test_a_packed_export_is_known_and_read(name: str) -> None:
    module = MODULES[name]
    if ".gz" in module.EXTENSIONS:
        packed = gzip.compress(SAMPLES[name])
        if not name.endswith(".gz"):
            assert formats.choose(packed, "export") is module
            assert list(module.parse(packed)) == list(module.parse(SAMPLES[name]))


@every_xml
def test_a_document_type_is_refused(name: str) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    head, root, rest = SAMPLES[name].partition(b"<rss" if b"<rss" in SAMPLES[name] else b"<disqus")
    with pytest.raises(ParseError, match="declares a document type") as caught:
        list(MODULES[name].parse(head + laughs + root + rest))
    assert caught.value.line


@every_xml
def test_max_depth_refuses_deep_nesting_quickly(name: str) -> None:
    data = SAMPLES[name]
    place = data.index(b">", data.index(b"<rss" if b"<rss" in data else b"<disqus")) + 1
    for depth, refused in ((limits.MAX_DEPTH - 20, False), (100_000, True)):
        deep = data[:place] + b"<a>" * depth + b"</a>" * depth + data[place:]
        began = time.process_time()
        assert bool(read_or_refuse(MODULES[name], deep)) is not refused
        assert time.process_time() - began < 5


@every_xml
def test_a_huge_attribute_and_huge_names_do_no_harm(name: str) -> None:
    data = SAMPLES[name]
    place = data.index(b">", data.index(b"<rss" if b"<rss" in data else b"<disqus")) + 1
    for huge in (b'<a b="' + b"x" * 3_000_000 + b'"/>', b"<" + b"x" * 500_000 + b"/>"):
        assert read_or_refuse(MODULES[name], data[:place] + huge + data[place:])


@every_sample
def test_max_export_bytes_is_looked_at_before_anything_else(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_EXPORT_BYTES", len(SAMPLES[name]) - 1)
    with pytest.raises(ParseError, match="This export is larger than"):
        list(MODULES[name].parse(SAMPLES[name]))


@every_sample
def test_max_articles_and_max_comments_are_kept_to(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_COMMENTS", 1)
    with pytest.raises(ParseError, match="more than 1 comments"):
        list(MODULES[name].parse(SAMPLES[name]))
    monkeypatch.setattr(limits, "MAX_COMMENTS", 1_000)
    monkeypatch.setattr(limits, "MAX_ARTICLES", 0)
    with pytest.raises(ParseError, match="more than 0 articles"):
        list(MODULES[name].parse(SAMPLES[name]))


@every_sample
def test_max_text_chars_is_kept_to(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT_CHARS", 8)
    with pytest.raises(ParseError, match="One text in this export has more than"):
        list(MODULES[name].parse(SAMPLES[name]))
