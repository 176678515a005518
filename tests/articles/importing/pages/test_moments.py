"""When an article appeared and was changed, as programs and people write it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from articles.importing.pages.moments import moment_of
from articles.importing.records import ParsedArticle

NOON = datetime(2024, 3, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["2024-03-12T12:00:00Z", "2024-03-12T13:00:00+01:00", "2024-03-12T13:00+0100", "2024-03-12 12:00",
     "2024-03-12T12:00:00.123456", "20240312T120000Z", "Tue, 12 Mar 2024 12:00:00 GMT",
     "12 March 2024 at 12:00", "March 12, 2024 12:00 pm", "2024-03-12T07:00:00-05"],
)  # fmt: skip
def test_one_moment_in_many_shapes(text: str) -> None:
    found = moment_of(text)
    assert found is not None and found.replace(microsecond=0) == NOON


@pytest.mark.parametrize("text", ["2024-03-12", "20240312", "12 March 2024", "  March 12, 2024 "])
def test_a_day_is_its_midnight(text: str) -> None:
    assert moment_of(text) == datetime(2024, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "03/04/2024", "2024-13-12", "2024-02-30", "0001-01-01", "1970-01-01T00:00:00Z",
     "9999-12-31T23:59:59+00:00", "0000-00-00 00:00:00", "2024", "x" * 1000, "-001-11-30T00:00:00+00:00"],
)  # fmt: skip
def test_what_is_no_moment_or_an_impossible_one_is_none(text: str) -> None:
    assert moment_of(text) is None


def test_a_date_in_the_future_is_a_mistake() -> None:
    assert moment_of((datetime.now(UTC) + timedelta(days=9)).isoformat()) is None


def test_a_page_gives_both_moments(read_page: Callable[..., ParsedArticle]) -> None:
    head = '<meta name="article:published_time" content="2024-03-12T12:00:00Z"><meta itemprop="dateModified" content="{}">'
    article = read_page(head.format("2024-03-13"))
    assert (article.published_at, article.updated_at) == (NOON, datetime(2024, 3, 13, tzinfo=UTC))
    assert read_page(head.format("2024-03-11")).updated_at is None


def test_a_time_element_that_is_marked_is_believed(read_page: Callable[..., ParsedArticle]) -> None:
    body = '<time datetime="2001-01-01">then</time><time class="entry-date published" datetime="2024-03-12T12:00Z">x</time>'
    assert read_page(body=body).published_at == NOON


def test_the_date_of_a_comment_is_not_the_articles(read_page: Callable[..., ParsedArticle]) -> None:
    body = '<div class="comment"><b class="author">A</b><time datetime="2024-03-12">x</time><p>Hi</p></div>'
    assert read_page(body=body).published_at is None
