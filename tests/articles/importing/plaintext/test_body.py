"""The article's own text: paragraphs, sub-headings and lists, without what is the site's."""

from collections.abc import Callable

import pytest

from articles.importing.records import ParsedArticle

Read = Callable[[str], ParsedArticle]
ONE, TWO = "It helps, they say.", "It helps others too."


def body(read: Read, *parts: str) -> str:
    """The body of an article made of these blocks."""
    return read("\n\n".join(["Warm water", *parts])).body_html


def test_blank_lines_part_paragraphs(article_of: Read) -> None:
    assert body(article_of, ONE, TWO) == f"<p>{ONE}</p><p>{TWO}</p>"


def test_signs_of_html_are_shown_as_they_are(article_of: Read) -> None:
    line = "It helps <b>those</b> & \"others\", 'they' say: <script>alert(1)</script>."
    assert body(article_of, line) == (
        "<p>It helps &lt;b&gt;those&lt;/b&gt; &amp; \"others\", 'they' say: "
        "&lt;script&gt;alert(1)&lt;/script&gt;.</p>"
    )


@pytest.mark.parametrize(
    "heading", ["How it worked", "Why does it help?", "METHODS", "## Results."]
)
def test_a_short_line_between_paragraphs_is_a_sub_heading(article_of: Read, heading: str) -> None:
    shown = heading.removeprefix("## ")
    assert body(article_of, ONE, heading, TWO) == f"<p>{ONE}</p><h2>{shown}</h2><p>{TWO}</p>"


@pytest.mark.parametrize("line", ["“It helps me”", "The nurses advise:", "It does!", "(a bath)"])
def test_a_short_line_of_words_is_a_paragraph(article_of: Read, line: str) -> None:
    assert body(article_of, ONE, line, TWO) == f"<p>{ONE}</p><p>{line}</p><p>{TWO}</p>"


def test_a_short_line_at_the_very_end_is_the_sites(article_of: Read) -> None:
    article = article_of(f"Warm water\n\n{ONE}\n\nHealth news\n\nJane Roe")
    assert article.body_html == f"<p>{ONE}</p>"
    assert [(one.line, one.reason) for one in article.dropped] == [
        (5, "a short line after the last paragraph"),
        (7, "a short line after the last paragraph"),
    ]


def test_where_all_lines_are_short_they_are_the_text(article_of: Read) -> None:
    assert body(article_of, "one line", "another") == "<p>one line</p><p>another</p>"


def test_lines_that_are_short_on_purpose_stay_lines(article_of: Read) -> None:
    assert body(article_of, "Roses are red,\nwater is warm.", TWO) == (
        f"<p>Roses are red,<br>water is warm.</p><p>{TWO}</p>"
    )


@pytest.mark.parametrize(
    ("lines", "html"),
    [
        ("- thyme\n- mint", "<ul><li>thyme</li><li>mint</li></ul>"),
        ("• thyme\n\n• mint", "<ul><li>thyme</li><li>mint</li></ul>"),
        ("1. thyme\n2) mint", "<ol><li>thyme</li><li>mint</li></ol>"),
        ("3. thyme\n4. mint", '<ol start="3"><li>thyme</li><li>mint</li></ol>'),
        (
            "- herbs\n  - thyme\n- mint",
            "<ul><li>herbs<ul><li>thyme</li></ul></li><li>mint</li></ul>",
        ),
        ("1. herbs\n   - thyme", "<ol><li>herbs<ul><li>thyme</li></ul></li></ol>"),
        ("- thyme\n  for tea\n- mint", "<ul><li>thyme<br>for tea</li><li>mint</li></ul>"),
        ("1. thyme\n2. mint\n\n- tea", "<ol><li>thyme</li><li>mint</li></ol><ul><li>tea</li></ul>"),
    ],
)
def test_lists_inside_the_article_stay_lists(article_of: Read, lines: str, html: str) -> None:
    assert body(article_of, ONE, lines, TWO) == f"<p>{ONE}</p>{html}<p>{TWO}</p>"


def test_max_list_depth_sets_deeper_items_on_the_last_level(article_of: Read) -> None:
    lines = "\n".join("  " * depth + "- herb" for depth in range(7))
    html = body(article_of, ONE, lines, TWO)
    assert html.count("<ul>") == 5
    assert html.count("<li>herb") == 7


def test_numbers_over_paragraphs_are_headings_with_their_numbers(article_of: Read) -> None:
    assert body(article_of, ONE, "1. Keep cool", TWO, "2. Move", ONE) == (
        f"<p>{ONE}</p><h2>1. Keep cool</h2><p>{TWO}</p><h2>2. Move</h2><p>{ONE}</p>"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Subscribe to our newsletter",
        "* * *",
        "Share this article",
        "Photo: A bath tub",
        "Read more",
        "• Facebook\n• Twitter",
        "Related: Cold water and mood",
    ],
)
def test_what_a_site_puts_between_paragraphs_is_left_out(article_of: Read, line: str) -> None:
    article = article_of(f"Warm water\n\n{ONE}\n\n{line}\n\n{TWO}\n\n{ONE}")
    assert article.body_html == f"<p>{ONE}</p><p>{TWO}</p><p>{ONE}</p>"
    assert "\n".join(one.text for one in article.dropped) == line


@pytest.mark.parametrize(
    "titles", ["Cold water\n\nHot water", "- Cold water\n- Hot water", "1. Cold\n2. Hot"]
)
def test_a_box_of_related_titles_does_not_end_the_article(article_of: Read, titles: str) -> None:
    parts = [ONE, TWO, "Related stories", titles, "How it worked", ONE, TWO]
    assert (
        body(article_of, *parts)
        == f"<p>{ONE}</p><p>{TWO}</p><h2>How it worked</h2><p>{ONE}</p><p>{TWO}</p>"
    )


def test_a_reference_is_text_although_it_has_no_full_stop(article_of: Read) -> None:
    assert body(article_of, ONE, "Journal reference:", "Roe J. (2024) Baths. doi.org/10.1/abc") == (
        f"<p>{ONE}</p><h2>Journal reference:</h2><p>Roe J. (2024) Baths. doi.org/10.1/abc</p>"
    )


def test_prose_that_speaks_of_comments_and_newsletters_stays(article_of: Read) -> None:
    line = "Comments on the newsletter, shared by many, gave the doctors the idea."
    assert body(article_of, ONE, line, TWO) == f"<p>{ONE}</p><p>{line}</p><p>{TWO}</p>"
