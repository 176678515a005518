"""The text of an article: its structure stays, what belongs to the page around it goes."""

from collections.abc import Callable

import pytest
from lxml import etree

from articles.importing.formats import html_page
from articles.importing.pages import body
from articles.importing.pages.rendering import render
from articles.importing.pages.trimming import trim
from articles.importing.records import ParsedArticle, ParseError

Read = Callable[..., ParsedArticle]
LONG = (
    "A paragraph that is long enough to be one, with words and more words, and yet more of them. "
    * 2
)


def test_the_structure_of_an_article_stays(saved_page: Callable[[str], bytes]) -> None:
    (article,) = html_page.parse(saved_page("blog"))
    for piece in (
        "<h2>How they go about it</h2>", "<h3>How warm is warm?</h3>", "<li>Fill a basin",
        "<blockquote><p>It is the quietest", "<th>Water</th>", "<td>Cool</td>", "<em>emphasis</em>",
        "<strong>weight</strong>", '<a href="https://sample.example/2024/03/basin/">', "hands &amp; their",
    ):  # fmt: skip
        assert piece in article.body_html


def test_what_belongs_to_the_page_goes(saved_page: Callable[[str], bytes]) -> None:
    (article,) = html_page.parse(saved_page("blog"))
    for piece in ("Warm water for stiff hands", "By ", "12 March", "Share", "Recent posts", "About this site",
                  "writes sample articles", "All rights", "only a script", "color"):  # fmt: skip
        assert piece not in article.body_html


def test_text_stays_text(read_page: Read) -> None:
    article = read_page(
        body=f"<p>{LONG}&lt;script&gt;alert(1)&lt;/script&gt; 3 &lt; 5 &amp;amp; so on</p>"
    )
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 3 &lt; 5 &amp;amp; so on" in article.body_html
    assert "<script" not in article.body_html


@pytest.mark.parametrize(
    ("tree", "html"),
    [
        ("<p>a<lb/>b<lb/></p>", "<p>a<br>\nb</p>"),
        ("<p>a <hi rend='#b'>b</hi> <hi rend='#sup'>2</hi><hi rend='#i'> </hi></p>", "<p>a <strong>b</strong> <sup>2</sup></p>"),
        ("<head rend='h1'>a</head><head rend='h6'>b</head><head>c</head>", "<h2>a</h2>\n<h4>b</h4>\n<h3>c</h3>"),
        ("<list rend='ol'><item>a<list rend='ul'><item>b</item></list></item></list>",
         "<ol><li><p>a</p>\n<ul><li>b</li></ul></li></ol>"),
        ("<list rend='dl'><item rend='dt-1'>a</item><item rend='dd-1'>b</item></list>", "<dl><dt>a</dt>\n<dd>b</dd></dl>"),
        ("<list><item><p>a</p><p>b</p></item></list>", "<ul><li>a<br>\nb</li></ul>"),
        ("<quote>a<p>b</p>c</quote>", "<blockquote><p>a</p>\n<p>b</p>\n<p>c</p></blockquote>"),
        ("<table><row><cell role='head'>a</cell><cell/></row></table>", "<table><tr><th>a</th>\n<td></td>\n</tr></table>"),
        ("<code>a\n  &lt;b</code>", "<pre>a\n  &lt;b</pre>"),
        ("<p>a <code>b</code> c</p>", "<p>a <code>b</code> c</p>"),
        ("<p><ref target='javascript:x'>a</ref> <ref target='/b'>b</ref> <ref>c</ref></p>",
         '<p>a <a href="https://s.example/b">b</a> c</p>'),
        ("loose<p>a</p>tail", "<p>loose</p>\n<p>a</p>\n<p>tail</p>"),
        ("<p><list><item>a</item></list>b</p>", "<ul><li>a</li></ul>\n<p>b</p>"),
        ("<p/><list/><table/><quote> </quote><head/>", ""),
    ],
)  # fmt: skip
def test_a_found_tree_is_written_as_html(tree: str, html: str) -> None:
    assert render(etree.fromstring(f"<body>{tree}</body>"), "https://s.example/") == html.strip()


@pytest.mark.parametrize(
    ("tree", "left"),
    [
        (
            "<head>Warm water</head><p>By Jane Sample</p><p>12 March 2024</p><p>{0}</p>",
            "<p>{0}</p>",
        ),
        ("<p>{0}</p><p>Share this article</p><p>{0}</p>", "<p>{0}</p>\n<p>{0}</p>"),
        (
            "<p>{0}</p><head>Related articles</head><list><item><ref>One</ref></item></list>",
            "<p>{0}</p>",
        ),
        ("<p>{0}</p><p>{0}</p><head>Leave a Reply</head><p>Name</p>", "<p>{0}</p>\n<p>{0}</p>"),
        ("<p>{0}</p><head>A heading without text</head>", "<p>{0}</p>"),
        (
            "<p>{0}</p><p>By Monday all had recovered.</p>",
            "<p>{0}</p>\n<p>By Monday all had recovered.</p>",
        ),
    ],
)
def test_furniture_is_taken_out_of_the_text(tree: str, left: str) -> None:
    element = etree.fromstring(f"<body>{tree.format(LONG.strip())}</body>")
    trim(element, "Warm water", "")
    assert render(element, "") == left.format(LONG.strip())


def test_a_list_of_articles_of_the_same_site_ends_no_article() -> None:
    item = "<item>A word and <ref target='https://{}/x'>another article</ref></item>"
    for host, kept in (("sample.example", False), ("elsewhere.example", True)):
        tree = f"<body><p>{LONG}</p><p>{LONG}</p><list>{item.format(host) * 3}</list></body>"
        element = etree.fromstring(tree)
        trim(element, "", "", "sample.example")
        assert ("another article" in render(element, "")) == kept


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><img src=x></body></html>",
        "<p></p>",
        "<!doctype html>",
        "<html>&nbsp;",
    ],
)
def test_a_page_without_an_article_is_told_so(page: str) -> None:
    with pytest.raises(ParseError, match="no article in this page"):
        html_page.parse(page.encode())


def test_a_page_that_breaks_the_reading_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*args: object, **options: object) -> None:
        raise RecursionError

    monkeypatch.setattr(body, "bare_extraction", broken)
    with pytest.raises(ParseError, match="cannot be read"):
        html_page.parse(f"<html><body><p>{LONG}</p>".encode())


def test_a_page_that_breaks_only_the_strict_reading_is_read(
    monkeypatch: pytest.MonkeyPatch, read_page: Read
) -> None:
    real = body.bare_extraction

    def broken(tree: object, **options: bool) -> object:
        if options["favor_precision"]:
            raise ValueError
        return real(tree, **options)

    monkeypatch.setattr(body, "bare_extraction", broken)
    assert "sample paragraph" in read_page().body_html


def test_max_compared_and_max_codes_spare_second_opinions(
    monkeypatch: pytest.MonkeyPatch, read_page: Read
) -> None:
    chosen: list[bool] = []
    real = body.bare_extraction

    def watched(tree: object, **options: bool) -> object:
        chosen.append(options["favor_precision"])
        return real(tree, **options)

    monkeypatch.setattr(body, "bare_extraction", watched)
    monkeypatch.setattr(body, "MAX_COMPARED", 5)
    monkeypatch.setattr(body, "MAX_CODES", 1)
    assert "<code>" in read_page(body=f"<p>{LONG}<code>one</code></p>").body_html
    assert chosen == [True, False]
    article = read_page(body=f"<p>{LONG}<code>one</code> and <code>two</code></p>" * 4)
    assert chosen == [True, False, False] and "one and two" in article.body_html
