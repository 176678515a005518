"""The body of an article as plain text: there and back without loss, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.html import ARTICLE_POLICY, sanitize
from community.desk.plain_body import to_html, to_plain

SAID = [
    ("<p>One.</p>", "One."),
    ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    ("<p>One.</p><h2>Why</h2><p>Two.</p>", "One.\n\n## Why\n\nTwo."),
    ("<p>One<br>Two</p>", "One\nTwo"),
    ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
]


@pytest.mark.parametrize(("html", "plain"), SAID)
def test_paragraphs_and_sub_headings_are_plain_text(html: str, plain: str) -> None:
    assert to_plain(html) == plain
    assert to_html(plain) == html


@pytest.mark.parametrize(
    "html",
    [
        "<p>So:</p><ul><li>One</li></ul>",
        "<p>One <strong>strong</strong> word</p>",
        "<p>## no heading</p>",
        "<h3>Deep</h3>",
        "Words without a paragraph",
    ],
)
def test_what_plain_text_cannot_say_is_left_to_html(html: str) -> None:
    assert to_plain(sanitize(html, ARTICLE_POLICY)) is None


def test_spaces_that_no_browser_shows_are_no_reason_for_html() -> None:
    assert to_plain("<p>One\n two.</p>\n<h2>Why</h2>\n\n<p>Two.</p>\n") == (
        "One two.\n\n## Why\n\nTwo."
    )


def test_line_ends_of_a_browser_and_several_blank_lines_part_paragraphs() -> None:
    assert to_html("One.\r\n \r\n\r\n\r\nTwo.") == "<p>One.</p><p>Two.</p>"


@given(st.text(alphabet="ab#<>&\"' \n", max_size=60))
def test_whatever_is_typed_is_stored_and_shown_again_as_it_is_stored(text: str) -> None:
    html = sanitize(to_html(text), ARTICLE_POLICY)
    plain = to_plain(html)
    assert plain is None or to_plain(sanitize(to_html(plain), ARTICLE_POLICY)) == plain
