"""What holds for every document: it is read or refused in words, and nothing else happens."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing.formats import html_page
from articles.importing.records import ParseError
from common.html import ARTICLE_POLICY, COMMENT_POLICY, sanitize

PAGES = [
    file.read_bytes()
    for file in sorted((Path(__file__).parents[1] / "fixtures" / "pages").glob("*.html"))
]
TEXT = "<p>" + "A sample paragraph of an article, which goes on for a while. " * 4 + "</p>"
DEEP = ["<div>", "<b>", "<table>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<div class=comment>", "<svg>",
        "<font>", "<dl><dt>", "<form>", "<select><option>", "<q>", "<li class=comment><ul>"]  # fmt: skip
MANY = ["<", "&", "<!--", "</div>", "<a b='", "<p>", "<p>x", "<script>", "<br>", "<meta ", "<i>a</i>,", "<ul><li>x</li></ul>",
        "<title>", "<![CDATA[", "\0", "\xff", "<p class=comment>", "<time datetime=2020-01-01>", "<html>", "<h1>x</h1>"]  # fmt: skip


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    read_or_refuse(data)
    read_or_refuse(TEXT.encode() + data + TEXT.encode())


@pytest.mark.parametrize("seed", range(4))
def test_a_page_cut_or_stirred_anywhere_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(12):
        page = chance.choice(PAGES)
        start, end = sorted(chance.sample(range(len(page)), 2))
        pieces = page.split(b"<")
        chance.shuffle(pieces)
        for changed in (page[:start], page[end:], page[:start] + page[end:], b"<".join(pieces)):
            read_or_refuse(changed)


def test_hostile_markup_in_a_page_does_no_harm(
    hostile_strings: Callable[[int, int], list[str]],
) -> None:
    for hostile in hostile_strings(7, 60):
        page = f"<html><body><h1>Sample</h1>{TEXT}<div>{hostile}</div>{TEXT}</body></html>"
        read_or_refuse(page.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("markup", DEEP)
def test_no_depth_is_too_deep(markup: str) -> None:
    read_or_refuse(f"<html><body>{TEXT * 3}{markup * 8_000}{TEXT}".encode())


@pytest.mark.parametrize("markup", MANY)
def test_no_number_is_too_large(markup: str) -> None:
    read_or_refuse(f"<html><body>{TEXT * 3}".encode() + (markup * 9_000).encode("latin-1"))


def read_or_refuse(data: bytes) -> None:
    """Read a document; it may only fail with a sentence that says what to do, and holds safe HTML."""
    html_page.detect(data, "page.html")
    try:
        (article,) = html_page.parse(data, address="https://sample.example/page")
    except ParseError as error:
        assert error.reason.endswith(".")
        return
    assert article.title and article.body_html
    if len(article.body_html) < 50_000:
        assert sanitize(article.body_html, ARTICLE_POLICY)
    ids = [comment.external_id for comment in article.comments]
    assert len(ids) == len(set(ids))
    for number, comment in enumerate(article.comments):
        assert comment.parent_id is None or comment.parent_id in ids[:number]
        assert sanitize(comment.body_html[:10_000], COMMENT_POLICY)
