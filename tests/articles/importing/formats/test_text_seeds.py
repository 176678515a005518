"""The two documents the product began with come in exactly. Their text is never kept here."""

from collections.abc import Callable
from pathlib import Path

import pytest

from articles.importing.formats import text
from articles.importing.records import ParsedArticle

pytestmark = pytest.mark.seeds
Words = Callable[[str], list[str]]

# Words of the sites that must not be in the text.
OF_THE_SITE = (
    "opinions expressed", "Post a new comment", "Your questions", "Please", "Read the full",
    "You might also", "newsletter", "While we only", "Comments",
)  # fmt: skip


@pytest.fixture
def pages(seeds_folder: Path) -> list[str]:
    """The texts of the two documents."""
    return [path.read_text(encoding="utf-8") for path in sorted(seeds_folder.glob("*.txt"))]


@pytest.fixture
def articles(pages: list[str]) -> list[ParsedArticle]:
    """The articles of the two documents."""
    return [article for page in pages for article in text.parse(page.encode())]


def test_each_is_one_article_under_its_first_line(
    pages: list[str], articles: list[ParsedArticle]
) -> None:
    assert [article.title for article in articles] == [page.splitlines()[0] for page in pages]


def test_paragraphs_and_sub_headings_are_as_many_as_on_the_page(
    articles: list[ParsedArticle],
) -> None:
    counts = [(a.body_html.count("<p>"), a.body_html.count("<h2>")) for a in articles]
    assert counts == [(8, 0), (12, 2)]


def test_the_source_is_the_one_that_is_named(articles: list[ParsedArticle]) -> None:
    first, second = articles
    assert first.source_url.startswith("https://ki.se/en/news/")
    assert first.source_name == "ki.se"
    assert (second.source_name, second.source_url) == ("", "")


def test_the_comments_are_a_tree_and_nobody_is_given_a_name(articles: list[ParsedArticle]) -> None:
    first, second = articles
    assert first.comments == []
    found = [(c.external_id, c.parent_id, c.author_name) for c in second.comments]
    assert found == [("1", None, ""), ("1.1", "1", ""), ("2", None, ""), ("3", None, "")]


def test_every_line_is_word_for_word_on_the_page(
    pages: list[str], articles: list[ParsedArticle], words: Words
) -> None:
    for page, article in zip(pages, articles, strict=True):
        on_page = [line.strip() for line in page.splitlines()]
        assert all(line in on_page for line in words(article.body_html))
        for comment in article.comments:
            (line,) = words(comment.body_html)
            marker, _, said = on_page[(comment.line or 0) - 1].partition(" ")
            assert (said, len(marker) < 3) == (line, True)


def test_nothing_of_the_site_is_in_the_text(articles: list[ParsedArticle]) -> None:
    for article in articles:
        assert [piece for piece in OF_THE_SITE if piece in article.body_html] == []


def test_every_line_went_somewhere(
    pages: list[str], articles: list[ParsedArticle], words: Words
) -> None:
    for page, article in zip(pages, articles, strict=True):
        comments = sum(len(words(comment.body_html)) for comment in article.comments)
        elsewhere = len(article.dropped) + len(article.recognised)
        lines = [line for line in page.splitlines() if line.strip()]
        assert len(words(article.body_html)) + comments + elsewhere == len(lines)


def test_reading_again_gives_the_same(pages: list[str], articles: list[ParsedArticle]) -> None:
    assert articles == [article for page in pages for article in text.parse(page.encode())]
