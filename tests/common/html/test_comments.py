"""What Nadia types, and what the others see."""

import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from common.html import COMMENT_POLICY, comment_html, html_to_text, sanitize
from common.html.comments import MAX_LINKS
from common.text import normalise

REL = 'rel="nofollow ugc noopener"'
LONGEST_COMMENT = 10_000
PATIENCE = 10

TYPED = ["<", ">", "&", "&lt;", "<3", "<b>", "</b>", "<i>", "</i>", "<p>", "</p>", "<ul>", "</ul>"]
TYPED += [
    "<li>",
    "</li>",
    "<br>",
    "<code>",
    "</code>",
    "<blockquote>",
    "</blockquote>",
    "\n",
    "\n\n",
]
TYPED += ["<a href='https://example.org'>", "</a>", "<a href='x'>", "<script>", "www.example.org"]


def link(address: str, label: str) -> str:
    return f'<a href="{address}" {REL}>{label}</a>'


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("Hello", "<p>Hello</p>"),
        ("one\ntwo\r\nthree", "<p>one<br>two<br>three</p>"),
        ("one\n\ntwo\n \nthree", "<p>one</p><p>two</p><p>three</p>"),
        ("one\n\n\n\n\n\ntwo", "<p>one</p><p>two</p>"),
        ("3 < 5, a <- b, <3 & AT&T", "<p>3 &lt; 5, a &lt;- b, &lt;3 &amp; AT&amp;T</p>"),
        ("&lt;b&gt; &nbsp;", "<p>&amp;lt;b&amp;gt; &amp;nbsp;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("I take <a lot of> it", "<p>I take &lt;a lot of&gt; it</p>"),
    ],
)
def test_typed_text_is_shown_as_it_was_typed(typed, shown):
    assert comment_html(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>bold</b> <EM>more</EM>", "<p><b>bold</b> <em>more</em></p>"),
        ("<b>one\n\ntwo</b>", "<p><b>one</b></p><p><b>two</b></p>"),
        ("<b onclick=x>bold</b>", "<p><b>bold</b></p>"),
        ("<i>never closed", "<p>&lt;i&gt;never closed</p>"),
        ("never opened</i>", "<p>never opened&lt;/i&gt;</p>"),
        ("<b>x<i>y</b>z</i>", "<p><b>x&lt;i&gt;y</b>z&lt;/i&gt;</p>"),
        ("one<br>\ntwo\n<br>three", "<p>one<br>two<br>three</p>"),
        ("<p>one</p>\n\n<p>two</p>three", "<p>one</p><p>two</p><p>three</p>"),
        ("<a href='javascript:1'>x</a>", "<p>&lt;a href='javascript:1'&gt;x&lt;/a&gt;</p>"),
    ],
)
def test_a_safe_tag_counts_where_it_is_closed_in_order(typed, shown):
    assert comment_html(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (
            "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\nend",
            "<ul><li>one</li><li>two</li></ul><p>end</p>",
        ),
        ("<p>x<ul><li>y</li></ul></p>", "<p>x</p><ul><li>y</li></ul>"),
        ("<li>one</li>\n<li>two</li>\nend", "<ul><li>one</li><li>two</li></ul><p>end</p>"),
        ("<li>a\n\nb\nc</li>", "<ul><li>a<p>b<br>c</p></li></ul>"),
        ("<blockquote>a\n\nb</blockquote>c", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>"),
    ],
)
def test_typed_blocks_never_end_up_inside_a_paragraph(typed, shown):
    assert comment_html(typed) == shown


def test_addresses_become_links_but_not_inside_links_and_code():
    typed = (
        "www.Example.org, <a href='https://ki.se'>www.x.example</a> <code>www.y.example</code>"
        " me@example.org"
    )
    assert comment_html(typed) == (
        f"<p>{link('https://www.example.org', 'www.Example.org')}, "
        f"{link('https://ki.se', 'www.x.example')} <code>www.y.example</code> "
        f"{link('mailto:me@example.org', 'me@example.org')}</p>"
    )


def test_a_comment_has_no_more_than_the_limit_of_links():
    typed = "www.example.org\n" * (MAX_LINKS + 5)
    html = comment_html(typed)
    assert html.count("<a ") == MAX_LINKS
    assert html_to_text(html) == typed.strip()


@given(st.lists(st.sampled_from([*TYPED, "pain ", "rest "]), max_size=40).map("".join))
def test_cleaning_a_comment_again_changes_nothing(typed):
    html = comment_html(typed)
    assert sanitize(html, COMMENT_POLICY) == html


@given(st.lists(st.sampled_from(TYPED), max_size=40))
def test_no_typed_word_is_lost(marks):
    typed = "".join(f"{mark} word{number} " for number, mark in enumerate(marks))
    shown = html_to_text(comment_html(typed))
    assert [f"word{n}" for n in range(len(marks))] == [w for w in shown.split() if w[:4] == "word"]


@given(st.text(alphabet=st.characters(exclude_characters="<"), max_size=300))
def test_text_without_tags_is_kept_to_the_character(typed):
    shown = LexborHTMLParser(comment_html(typed)).body.text()
    assert "".join(shown.split()) == "".join(normalise(typed).split())


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "&",
        "x\n",
        "x\n\n",
        "<b>",
        "<b>a\n\n",
        "<ul><li>",
        "http://",
        "www.",
        "a@b.example ",
        "a@",
    ]
    + [
        "(",
        "http://a)",
        "<code>x</code>",
        "a.",
        "<a href='",
        "\u00a0",
        "\ud800",
        "a\u0315\u0300",
        "_",
    ],
)
def test_the_longest_comment_takes_little_time(unit):
    typed = (unit * LONGEST_COMMENT)[:LONGEST_COMMENT]
    began = time.process_time()
    html = comment_html(typed)
    assert time.process_time() - began < PATIENCE
    assert sanitize(html, COMMENT_POLICY) == html


def test_several_people_may_post_at_once():
    typed = "<b>Alice</b> and Bob\n\nwww.example.org <i>x</i>"
    expected, seen = comment_html(typed), []

    def post() -> None:
        seen.extend(comment_html(typed) for _ in range(50))

    people = [threading.Thread(target=post) for _ in range(4)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert seen == [expected] * 200
