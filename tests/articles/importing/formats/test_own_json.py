"""Our own export comes back as it went out."""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timezone
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing import formats
from articles.importing.formats import own_json, wordpress
from articles.importing.records import (
    ArticleState,
    CommentState,
    ParsedArticle,
    ParsedComment,
    ParseError,
)

Exported = Callable[[str], bytes]
NOW = datetime(2024, 3, 20, tzinfo=UTC)

# No database holds NUL and half characters, so they are not told either.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
MOMENTS = st.none() | st.datetimes(
    datetime.fromisoformat("1900-01-01"),
    datetime.fromisoformat("2100-01-01"),
    timezones=st.just(UTC),
)


@st.composite
def comments(draw: st.DrawFn) -> list[ParsedComment]:
    """Comments with parents before their answers."""
    found: list[ParsedComment] = []
    for number in range(draw(st.integers(0, 6))):
        parents = [None, *(one.external_id for one in found)]
        found.append(
            ParsedComment(
                external_id=draw(TEXTS) + str(number),
                parent_id=draw(st.sampled_from(parents)),
                author_name=draw(TEXTS),
                author_email=draw(st.sampled_from(["", "a@readers.example"])),
                body_html=draw(TEXTS),
                created_at=draw(MOMENTS),
                state=draw(st.sampled_from(get_args(CommentState))),
                is_known_by_id=draw(st.booleans()),
                line=draw(st.none() | st.integers(1, 9)),
            )
        )
    return found


ARTICLES = st.builds(
    ParsedArticle,
    title=TEXTS.map("A".__add__), body_html=TEXTS, standfirst=TEXTS, author=TEXTS, source_name=TEXTS,
    source_url=TEXTS, external_id=TEXTS, lead_image=TEXTS, published_at=MOMENTS, updated_at=MOMENTS,
    topics=st.lists(TEXTS.filter(bool), max_size=3), state=st.sampled_from(get_args(ArticleState)),
    comments=comments(), comments_dropped=st.integers(0, 500_000),
)  # fmt: skip


def written(articles: list[ParsedArticle]) -> bytes:
    """The export of these articles."""
    return "".join(own_json.dump(articles, exported_at=NOW)).encode("ascii")


def kept(article: ParsedArticle) -> ParsedArticle:
    """What an export keeps of an article."""
    found = [replace(one, author_email="", line=None) for one in article.comments]
    return replace(article, comments=found, dropped=[], recognised=[])


@given(st.lists(ARTICLES, max_size=3))
def test_everything_comes_back_as_it_went_out(articles: list[ParsedArticle]) -> None:
    data = written(articles)
    assert own_json.detect(data, "x")
    assert list(own_json.parse(data)) == [kept(article) for article in articles]


def test_no_field_of_the_records_is_forgotten() -> None:
    comment = ParsedComment(external_id="1", body_html="")
    article = ParsedArticle(title="A", body_html="", comments=[comment])
    (told,) = json.loads(written([article]))["articles"]
    assert told.keys() == {one.name for one in fields(ParsedArticle)} - {"dropped", "recognised"}
    assert told["comments"][0].keys() == {one.name for one in fields(ParsedComment)} - {
        "author_email", "line",
    }  # fmt: skip


def test_what_came_from_elsewhere_comes_back(exported: Exported) -> None:
    articles = list(wordpress.parse(exported("wordpress.xml")))
    data = written(articles)
    assert formats.choose(data, "page.txt") is own_json
    assert list(own_json.parse(data)) == [kept(article) for article in articles]
    assert b"@" not in data


def test_an_export_is_written_piece_by_piece() -> None:
    pieces = own_json.dump(iter([ParsedArticle(title="A", body_html="")] * 3), exported_at=NOW)
    head = next(pieces)
    assert head.startswith('{"format": "common-thread", "version": 1, "exported_at": "2024-03-20T')
    assert len(list(pieces)) > 3


def test_moments_are_written_in_utc() -> None:
    zone = timezone(NOW - NOW.replace(hour=2))
    article = ParsedArticle(title="A", body_html="", published_at=NOW.astimezone(zone))
    assert b'"published_at": "2024-03-20T00:00:00+00:00"' in written([article])


def test_a_later_version_is_refused() -> None:
    with pytest.raises(ParseError, match="of version 2, and version 1 is read here"):
        list(own_json.parse(b'{"format": "common-thread", "version": 2, "articles": [{}]}'))


def test_what_somebody_changed_by_hand_is_put_in_order() -> None:
    data = b"""{"format": "common-thread", "version": 1, "articles": [{"title": 5, "topics": [1, "a"],
        "state": "open", "published_at": "soon", "comments_dropped": -1, "comments": [7,
        {"external_id": "2", "parent_id": "3", "state": "odd"}, {"external_id": "3"},
        {"external_id": "3", "body_html": "x\\ud800\\u0000"}]}]}"""
    (article,) = own_json.parse(data)
    assert (article.title, article.state, article.topics) == ("Untitled", "draft", ["a"])
    assert (article.published_at, article.comments_dropped) == (None, 0)
    assert [(one.external_id, one.parent_id) for one in article.comments] == [
        ("number 1", None), ("3", None), ("2", "3"), ("3-2", None),
    ]  # fmt: skip
    assert article.comments[-1].body_html == "x?"
