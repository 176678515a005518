"""Limits before a page is parsed: depth, number of elements, size of tags; in linear time."""

import pytest

from articles.importing.pages import taming
from articles.importing.pages.taming import (
    MAX_ATTRIBUTES,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_TAG_CHARS,
    tame,
)
from articles.importing.pages.trees import grow
from articles.importing.records import ParseError


def test_a_page_within_the_limits_stays_as_it_is() -> None:
    page = "<!doctype html><p>3 < 5 <!-- <b> --><script>'<div>'.repeat(9)</script><br><p/>x</b>"
    assert tame(page) == page


@pytest.mark.parametrize(
    "name", ["div", "b", "table", "font", "blockquote", "noscript", "svg", "x-y"]
)
def test_max_depth_takes_out_tags_and_keeps_their_text(name: str) -> None:
    page = f"<{name}>" * 5_000 + "deep" + f"</{name}>" * 5_000 + "<p>after</p>"
    tamed = tame(page)
    assert tamed.count(f"<{name}>") == tamed.count(f"</{name}>") == MAX_DEPTH
    assert "deepafter" in grow(tamed).text_content()


@pytest.mark.parametrize("name", ["p", "li", "td", "dd", "option"])
def test_elements_that_end_where_the_next_begins_are_not_deep(name: str) -> None:
    page = f"<{name}>x" * 2_000
    assert tame(page) == page


def test_closed_elements_are_no_depth_whoever_forgot_to_close_one() -> None:
    page = "<div>" + "<ul><li><b>x</ul>" * 500 + "</div>"
    assert tame(page) == page


@pytest.mark.parametrize("markup", ["<p>", "<br>", "<b></b>", "<script></script>", "<!-- -->"])
def test_max_elements_refuses_what_is_no_article(
    markup: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taming, "MAX_ELEMENTS", 30)
    assert tame(markup * 30)
    with pytest.raises(ParseError, match="more than 30 elements"):
        tame(markup * 31)
    assert MAX_ELEMENTS > 1_000


def test_max_tag_chars_and_max_attributes_take_out_a_tag_that_is_no_tag() -> None:
    wide = "<div " + " ".join(f"a{number}=1" for number in range(MAX_ATTRIBUTES + 1)) + ">"
    long = f"<img src='{'x' * MAX_TAG_CHARS}'>"
    assert tame(f"<p>a{wide}b{long}c</p>") == "<p>abc</p>"
