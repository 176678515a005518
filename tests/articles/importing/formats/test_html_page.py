"""Web pages as a format: what is taken for one, what it gives, and what is refused."""

from pathlib import Path

import pytest

from articles.importing import formats
from articles.importing.formats import html_page, text
from articles.importing.records import ParseError

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>Hi", b"\n\n  <HTML lang=en>", b"\xef\xbb\xbf<html>", b"<!-- saved --><html>",
        b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>',
        b"<body>", b"<div class=a>", "<html>".encode("utf-16"), "<!doctype html><p>".encode("utf-16-le"),
    ],
)  # fmt: skip
def test_a_page_is_known_by_how_it_begins(data: bytes) -> None:
    assert html_page.detect(data, "download")
    assert formats.choose(data, "download") is html_page


@pytest.mark.parametrize(
    "data",
    [
        b"Warm water\n\nIt helps.\n", b"# Warm water\n\n<p>It helps.</p>", b"", b"<3 water", b'{"a": 1}',
        b'<?xml version="1.0"?><rss version="2.0">', b"<feed xmlns='http://www.w3.org/2005/Atom'>",
        b"<rdf:RDF>", b"PK\x03\x04<html>", b"<disqus>", b"<heading>", b"<p.html", b"\xff\xfeW\x00",
    ],
)  # fmt: skip
def test_other_documents_are_not_taken_for_pages(data: bytes) -> None:
    assert not html_page.detect(data, "page.html")


def test_a_part_of_a_page_is_one_unless_it_is_called_a_text() -> None:
    readme = b'<p align="center">A sample</p>\n\n# Warm water\n'
    assert html_page.detect(readme, "download")
    assert not html_page.detect(readme, "readme.md")


def test_a_page_named_text_is_still_a_page_and_can_be_forced() -> None:
    assert formats.choose(b"<html><p>x", "page.txt") is html_page
    assert formats.choose(b"<html><p>x", "page.txt", "text") is text


def test_max_bytes_is_the_largest_page() -> None:
    page = (PAGES / "blog.html").read_bytes()
    filler = b" " * (html_page.MAX_BYTES - len(page))
    assert html_page.parse(page + filler)
    with pytest.raises(ParseError, match="larger than 5 MB"):
        html_page.parse(page + filler + b" ")


def test_an_article_without_a_title_is_called_by_its_first_words() -> None:
    words = "Some words stand here without any heading above them, and they are quite enough to be read. "
    (article,) = html_page.parse(
        f"<html><body><div><p>{words * 3}</p><p>{words * 3}</p></div>".encode()
    )
    assert (
        article.title
        == "Some words stand here without any heading above them, and they are quite enough…"
    )
    assert (article.author, article.source_url, article.published_at) == ("", "", None)


def test_the_same_page_gives_the_same_article_again() -> None:
    page = (PAGES / "blog.html").read_bytes()
    assert html_page.parse(page) == html_page.parse(page)
