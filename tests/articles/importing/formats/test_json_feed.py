"""JSON Feed: items as articles, and what is wrong with others."""

import json
from datetime import UTC, datetime

import pytest

from articles.importing import formats
from articles.importing.feeds import limits
from articles.importing.formats import json_feed
from articles.importing.records import ParsedArticle, ParseError

FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "Sample Feed", "home_page_url": "https://sample.example/",
        "authors": [{"name": "The Sample Group"}]}  # fmt: skip


def read(*items: object, **more: object) -> list[ParsedArticle]:
    """Read a feed with these items."""
    return json_feed.parse(json.dumps({**FEED, **more, "items": items}).encode())


def test_an_item_gives_all_that_it_says() -> None:
    (article,) = read({
        "id": "1", "url": "/one", "title": "Warm &amp; cold", "content_html": '<p><a href="two">Text</a></p>',
        "summary": "Short", "image": "/p.jpg", "date_published": "2024-03-12T13:00:00+01:00",
        "date_modified": "2024-03-13T12:00:00Z", "authors": [{"name": "Jane Sample"}, {"url": "x"}],
        "tags": ["Hands", "Hands", 7, "x" * 100],
    })  # fmt: skip
    assert article == ParsedArticle(
        title="Warm & cold", body_html='<p><a href="https://sample.example/two">Text</a></p>', author="Jane Sample",
        source_name="Sample Feed", source_url="https://sample.example/one", external_id="1",
        lead_image="https://sample.example/p.jpg", topics=["Hands"],
        published_at=datetime(2024, 3, 12, 12, tzinfo=UTC), updated_at=datetime(2024, 3, 13, 12, tzinfo=UTC),
    )  # fmt: skip


def test_plain_text_and_old_feeds_are_read() -> None:
    (article,) = read({"id": 7, "content_text": "1 < 2\n\nand more"}, version="https://jsonfeed.org/version/1",
                      authors=None, author={"name": "Jane Sample"})  # fmt: skip
    assert (article.external_id, article.author, article.title) == (
        "7",
        "Jane Sample",
        "1 < 2 and more",
    )
    assert article.body_html == "<p>1 &lt; 2</p>\n<p>and more</p>"


def test_an_item_with_nothing_but_an_address_is_called_by_it() -> None:
    assert [article.title for article in read({"url": "https://a.example/x"}, {"id": "x"}, {}, {"tags": []}, 5)] == [
        "https://a.example/x", "x", "Untitled",
    ]  # fmt: skip


def test_values_of_other_kinds_are_left_out() -> None:
    (article,) = read(
        {
            "id": True,
            "title": ["x"],
            "url": 5,
            "content_html": {},
            "tags": "x",
            "authors": "y",
            "date_published": 3,
        }
    )
    assert article == ParsedArticle(
        title="Untitled", body_html="", source_name="Sample Feed", author="The Sample Group"
    )


def test_a_feed_is_known_by_its_version() -> None:
    data = json.dumps(FEED).encode()
    assert formats.choose(data, "feed") is json_feed
    assert json_feed.detect(
        b'\xef\xbb\xbf {"version":"https:\\/\\/jsonfeed.org\\/version\\/1"', "x"
    )
    for other in (b'{"version": 1}', b'[{"version": "https://jsonfeed.org/version/1"}]', b"", b"{"):
        assert not json_feed.detect(other, "feed.json")


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"{", "no valid JSON"), (b"[]", "no feed"), (b"{}", "no list of items"), (b"", "no valid JSON"),
     (b"[" * 100_000, "nested too deep"), (b'{"items": [' + b"9" * 5_000 + b"]}", "cannot be read")],
)  # fmt: skip
def test_what_is_no_json_feed_is_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(ParseError, match=reason):
        json_feed.parse(data)


def test_max_brackets_and_the_limits_of_feeds_hold_here_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deep: object = "x"
    for _ in range(json_feed.MAX_BRACKETS - 3):
        deep = [deep]
    assert read({"id": "[[[[" * 100, "x": deep})
    with pytest.raises(ParseError, match="nested too deep"):
        read({"id": "a", "x": [deep]})
    with pytest.raises(ParseError, match="larger than"):
        json_feed.parse(b" " * (limits.MAX_FEED_BYTES + 1))
    monkeypatch.setattr(limits, "MAX_ENTRIES", 2)
    with pytest.raises(ParseError, match="more than 2 entries"):
        read({"id": 1}, {"id": 2}, {"id": 3})
