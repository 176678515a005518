"""Readers' comments in pages: found as they are marked up, nested, and never in the article."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from articles.importing.formats import html_page
from articles.importing.pages.comments.parts import MAX_NAME_CHARS
from articles.importing.records import ParsedArticle

Read = Callable[..., ParsedArticle]


def outline(article: ParsedArticle) -> list[tuple[str, str | None, str]]:
    """Give id, parent and author of every comment."""
    return [(each.external_id, each.parent_id, each.author_name) for each in article.comments]


def test_comments_of_a_blog_are_nested_as_on_the_page(saved_page: Callable[[str], bytes]) -> None:
    (article,) = html_page.parse(saved_page("blog"))
    assert outline(article) == [
        ("11", None, "Alice"), ("12", "11", "Bob"), ("13", "12", "Alice"), ("15", None, "Gus"),
    ]  # fmt: skip
    first = article.comments[0]
    assert first.body_html == "<p>I tried this for a week.</p><p>It helped me &lt;a little&gt;.</p>"
    assert first.created_at == datetime(2024, 3, 12, 12, tzinfo=UTC)


def test_what_is_indented_below_a_comment_answers_it(saved_page: Callable[[str], bytes]) -> None:
    (article,) = html_page.parse(saved_page("drupal"))
    assert outline(article) == [
        ("101", None, "Nadia"),
        ("102", "101", "Bob"),
        ("103", None, "Alice"),
    ]
    assert article.comments[1].created_at == datetime(2024, 5, 2, 11, tzinfo=UTC)


def test_comments_are_read_from_the_description_of_the_article(
    saved_page: Callable[[str], bytes],
) -> None:
    (article,) = html_page.parse(saved_page("described"))
    assert outline(article) == [("n1", None, "Alice"), ("n2", "n1", "Bob"), ("n3", None, "Gus")]
    assert article.comments[0].body_html == "<p>Four hours &amp; four hours.</p><p>That is me.</p>"


@pytest.mark.parametrize("name", ["blog", "drupal", "described"])
def test_the_article_holds_none_of_its_comments(
    name: str, saved_page: Callable[[str], bytes]
) -> None:
    (article,) = html_page.parse(saved_page(name))
    for comment in article.comments:
        assert comment.body_html.removeprefix("<p>").partition("<")[0] not in article.body_html
    assert "Reply" not in article.body_html and "Comments" not in article.body_html


def test_pingbacks_and_forms_are_no_comments(read_page: Read) -> None:
    article = read_page(
        body="""<ol class="commentlist">
        <li class="pingback" id="comment-1"><cite>Other page</cite><p>[...] warm water [...]</p></li>
        <li class="comment trackback" id="comment-2"><cite>Other page</cite><p>A link</p></li></ol>
        <div class="comment-form"><cite>You</cite><p>Your comment</p></div>"""
    )
    assert article.comments == []
    assert "Other page" not in article.body_html


def test_comments_marked_with_microdata_are_read(read_page: Read) -> None:
    article = read_page(
        body="""<section><div itemscope itemtype="https://schema.org/Comment" id="c-9">
        <span itemprop="author" itemscope><span itemprop="name">Alice</span> (away)</span>
        <meta itemprop="dateCreated" content="2024-01-02T03:04:05Z">
        <div itemprop="text">First line<br><br>Second line</div></div></section>"""
    )
    (comment,) = article.comments
    assert (comment.external_id, comment.author_name) == ("9", "Alice")
    assert comment.created_at == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert comment.body_html == "<p>First line</p><p>Second line</p>"


def test_depth_and_parent_are_read_from_lists_without_nesting(read_page: Read) -> None:
    one = '<div class="comment {0}" id="comment-{1}" {2}><b class="author">Bob</b><p class="comment-text">Words {1}</p></div>'
    rows = [("depth-1", 1, ""), ("depth-2", 2, ""), ("depth-3", 3, ""), ("depth-2", 4, ""),
            ("", 5, "data-parent-id=3"), ("depth-1", 6, "")]  # fmt: skip
    article = read_page(body="".join(one.format(*row) for row in rows))
    assert [each.parent_id for each in article.comments] == [None, "1", "2", "1", "3", None]


def test_a_wrapper_is_not_taken_for_a_second_comment(read_page: Read) -> None:
    article = read_page(
        body="""<div class="comment-container"><div class="comment" id="comment-4">
        <cite>Alice says:</cite><div class="comment-body"><p>Once</p></div></div></div>"""
    )
    assert outline(article) == [("4", None, "Alice")]


def test_the_same_id_twice_is_told_apart(read_page: Read) -> None:
    one = '<li class="comment" id="comment-4"><cite>A</cite><p>Words</p></li>'
    assert [each.external_id for each in read_page(body=f"<ol>{one * 3}</ol>").comments] == [
        "4",
        "4-2",
        "4-3",
    ]


def test_a_box_that_names_nobody_and_no_time_is_no_comment(read_page: Read) -> None:
    assert (
        read_page(body='<div class="comment"><p>Our comment on the week.</p></div>').comments == []
    )


def test_max_name_chars_leaves_out_what_is_no_name(read_page: Read) -> None:
    one = '<div class="comment"><b class="author">{}</b><time datetime="2024-01-02">x</time><p class="text">Hi</p></div>'
    for length, kept in ((MAX_NAME_CHARS, MAX_NAME_CHARS), (MAX_NAME_CHARS + 1, 0)):
        (comment,) = read_page(body=one.format("n" * length)).comments
        assert len(comment.author_name) == kept


def test_only_simple_html_comes_out_of_a_comment(read_page: Read) -> None:
    (comment,) = read_page(body="""<div class="comment"><b class="author">A</b><div class="comment-text">
        <h2>Loud</h2><script>bad()</script><a href="javascript:1">no</a> <a href="/x">yes</a>
        <ul><li>one<li><b>two</b></ul><blockquote>said<p>so</blockquote>1 &lt; 2<img src=x onerror=y></div></div>""",
        address="https://sample.example/p").comments  # fmt: skip
    assert comment.body_html == (
        '<p>Loud</p><p>no <a href="https://sample.example/x">yes</a></p>'
        "<ul><li>one</li><li><strong>two</strong></li></ul>"
        "<blockquote><p>said</p><p>so</p></blockquote><p>1 &lt; 2</p>"
    )


def test_an_article_in_a_box_that_is_named_after_comments_stays(read_page: Read) -> None:
    words = "Our weekly answers to what happened, in more words than a remark would have. " * 9
    for box in ('id="c4711"', 'class="responses"'):
        article = read_page(body=f"<div {box}><p>{words}</p><p>And {words}</p></div>")
        assert article.comments == []
        assert article.body_html.count("Our weekly answers") == 18
