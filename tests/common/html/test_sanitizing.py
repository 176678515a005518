"""What `sanitize` keeps, what it refuses, and how long it may take."""

import contextlib
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from common.html import ARTICLE_POLICY, COMMENT_POLICY, html_to_text, sanitizing
from common.html.sanitizing import (
    MAX_INPUT_LENGTH,
    MAX_INPUT_TAGS,
    MAX_RESULT_LENGTH,
    MAX_TAGS,
    TooLong,
    sanitize,
)

BOTH = pytest.mark.parametrize("policy", [COMMENT_POLICY, ARTICLE_POLICY])
REL = 'rel="nofollow ugc noopener"'

# A machine under load is given time; what grows with the square of its length takes minutes.
PATIENCE = 15
LONG = 30_000

MARKS = ["<", ">", "&", "</", "<b>", "</b>", "<p>", "</p>", "<ul>", "<li>", "</ul>", "<i>", "</i>"]
MARKS += [
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&lt;",
    "&amp",
    "\n",
    " ",
    "\x00",
]
MARKS += ["<a href='https://example.org'>", "</a>", "<table>", "<td>", "<svg>", "<style>", "<pre>"]


@BOTH
@pytest.mark.parametrize(
    ("given_html", "expected"),
    [
        ("", ""),
        ("Thank you.", "Thank you."),
        ("<b>bold</b> and <EM>more</EM>", "<b>bold</b> and <em>more</em>"),
        ("3 < 5, a <- b, <3", "3 &lt; 5, a &lt;- b, &lt;3"),
        ("AT&T &amp; R&D &copy;", "AT&amp;T &amp; R&amp;D ©"),
        ("&lt;script&gt;", "&lt;script&gt;"),
        ("10&nbsp;mg", "10&nbsp;mg"),
        ("one<br/>two</br>", "one<br>two"),
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("<ul><li>one<li>two</ul>", "<ul><li>one</li><li>two</li></ul>"),
        ("<p onclick=x style=y id=z class=w>pain</p>", "<p>pain</p>"),
        ("a\x00b\ud800c", "ab\ufffdc"),
    ],
)
def test_what_is_allowed_stays_and_comes_out_well_formed(policy, given_html, expected):
    assert sanitize(given_html, policy) == expected


@BOTH
def test_a_link_leads_out_and_says_that_we_do_not_vouch_for_it(policy):
    html = '<a href="https://example.org/?a=1&b=2" target=_blank rel=me onclick=x>link</a>'
    expected = f'<a href="https://example.org/?a=1&amp;b=2" {REL}>link</a>'
    assert sanitize(html, policy) == expected


@BOTH
@pytest.mark.parametrize(
    "address",
    ["javascript:123", "//example.org", "https:example.org", "data:text/html,x", "/page", "#top"]
    + [
        "java\tscript:1",
        "&#106;avascript:1",
        "https://",
        "ftp://example.org",
        "https://a@b.example",
    ],
)
def test_a_link_that_leads_nowhere_safe_becomes_its_text(policy, address):
    assert sanitize(f'see <a href="{address}">this</a>.', policy) == "see this."


@BOTH
def test_a_link_that_only_the_second_guard_refuses_becomes_its_text_too(policy):
    assert sanitize("<p><a href=https://xn--a.example>this</a></p>", policy) == "<p>this</p>"


def test_an_unknown_tag_in_a_comment_is_shown_as_it_was_typed():
    html = "<script>alert(1)</script> <img src=x> <!-- hm -->"
    expected = "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x&gt; &lt;!-- hm --&gt;"
    assert sanitize(html, COMMENT_POLICY) == expected


@pytest.mark.parametrize(
    "element",
    "script style template noscript iframe object svg math textarea title head select".split(),
)
def test_an_article_loses_what_is_not_meant_to_be_read(element):
    html = f"<p>one</p><{element}>hidden <b>words</b></{element}><!-- hm --><p>two</p>"
    assert sanitize(html, ARTICLE_POLICY) == "<p>one</p><p>two</p>"


def test_an_article_keeps_the_words_of_unknown_elements_and_the_nearest_meaning():
    html = "<h1>Pain</h1><div><span>one</span><div>two</div></div><section>three</section>"
    expected = "<h2>Pain</h2><p>one</p><p>two</p><p>three</p>"
    assert sanitize(html, ARTICLE_POLICY) == expected


@given(st.lists(st.sampled_from([*MARKS, "pain ", "rest "]), max_size=30).map("".join))
@example("<a href='https://xn--a.example'>" * 3)
def test_cleaning_again_changes_nothing(html):
    for policy in (COMMENT_POLICY, ARTICLE_POLICY):
        clean = sanitize(html, policy)
        assert sanitize(clean, policy) == clean


@given(st.text(max_size=200))
def test_any_text_can_be_cleaned_twice(text):
    for policy in (COMMENT_POLICY, ARTICLE_POLICY):
        clean = sanitize(text, policy)
        assert sanitize(clean, policy) == clean
        assert "\x00" not in clean
        clean.encode()


@given(st.lists(st.sampled_from(MARKS), max_size=30))
def test_no_word_of_a_comment_is_lost(marks):
    html = "".join(f"{mark} word{number} " for number, mark in enumerate(marks))
    shown = html_to_text(sanitize(html, COMMENT_POLICY))
    assert [f"word{n}" for n in range(len(marks))] == [w for w in shown.split() if w[:4] == "word"]


@BOTH
def test_html_longer_than_the_input_limit_is_refused(policy):
    longest = "&#x78;" * (MAX_INPUT_LENGTH // 6)
    assert sanitize(longest, policy) == "x" * (MAX_INPUT_LENGTH // 6)
    with pytest.raises(TooLong, match="300,001 characters"):
        sanitize("a" * (MAX_INPUT_LENGTH + 1), policy)


@BOTH
def test_html_that_grows_beyond_the_result_limit_is_refused(policy):
    longest = "<" * (MAX_RESULT_LENGTH // 4)
    assert len(sanitize(longest, policy)) == MAX_RESULT_LENGTH
    with pytest.raises(TooLong):
        sanitize(longest + "<", policy)


@BOTH
def test_html_with_more_tags_than_the_limit_is_shown_as_plain_text(policy):
    assert sanitize("<b>x</b>" * (MAX_TAGS // 2), policy).startswith("<b>x</b>")
    clean = sanitize("<b>x</b>" * (MAX_TAGS // 2) + "<i>y</i> &lt;", policy)
    assert "<" not in clean
    assert clean.endswith(("y &lt;", "&lt;i&gt;y&lt;/i&gt; &lt;"))
    assert sanitize(clean, policy) == clean


def test_a_page_with_more_tags_than_the_input_limit_keeps_its_words():
    html = "<span></span>" * (MAX_INPUT_TAGS // 2)
    assert sanitize("<b>words</b>" + html[:-13], ARTICLE_POLICY) == "<b>words</b>"
    assert sanitize("<b>words</b>" + html, ARTICLE_POLICY) == "words"


@BOTH
def test_html_on_which_the_guards_never_agree_is_shown_as_plain_text(policy, monkeypatch):
    def quarrel(html, _policy):
        return html + "<b>!</b>" if "<" in html else html

    monkeypatch.setattr(sanitizing, "pass_both", quarrel)
    assert sanitize("<b>words</b>", policy) in {"words", "&lt;b&gt;words&lt;/b&gt;"}


@BOTH
@pytest.mark.parametrize(
    "unit",
    ["<", "<b>", "<a href=https://x.example><b>", "<b><p>x", "<ul><li>", "<table><td>", '<a b="']
    + ["<a b='\" ", "<blockquote>", "&#1", "<dl><dt>x<dd>y", "<svg>", "<!--", "a\u0315\u0300"],
)
def test_hostile_html_takes_little_time(policy, unit):
    html = unit * (LONG // len(unit))
    began = time.process_time()
    sanitize(html, policy)
    assert time.process_time() - began < PATIENCE


@pytest.mark.parametrize("unit", ["<b>x", "<a b='\" ", "<![", "&#1"])
def test_the_longest_html_takes_little_time(unit):
    html = unit * (MAX_INPUT_LENGTH // len(unit))
    began = time.process_time()
    with contextlib.suppress(TooLong):
        sanitize(html, ARTICLE_POLICY)
    assert time.process_time() - began < PATIENCE
