"""Markdown of comments becomes HTML of a few elements; everything else is escaped."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.exports.markdown import markdown_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("One\ntwo\n\nThree", "<p>One<br>two</p><p>Three</p>"),
        ("*a* _b_ **c** __d__ ~~e~~", ("<p><em>a</em> <em>b</em> <strong>c</strong> "
         "<strong>d</strong> <del>e</del></p>")),
        ("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>"),
        ("2 * 3 * 4 and snake_case_name", "<p>2 * 3 * 4 and snake_case_name</p>"),
        ("*open and **open", "<p>*open and **open</p>"),
        ("\\*no\\* \\<b>", "<p>*no* &lt;b&gt;</p>"),
        ("`a *b* <c>` ``d``", "<p><code>a *b* &lt;c&gt;</code> <code>d</code></p>"),
        ("[words](https://a.example/x_(y))", '<p><a href="https://a.example/x_(y)">words</a></p>'),
        ("![alt](https://a.example/b.png 'T')", '<p><a href="https://a.example/b.png">alt</a></p>'),
        ("<https://a.example>", '<p><a href="https://a.example">https://a.example</a></p>'),
        ("See https://a.example/b?c=1&d=2.", ('<p>See <a href="https://a.example/b?c=1&amp;d=2">'
         "https://a.example/b?c=1&amp;d=2</a>.</p>")),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("# Title #", "<p><strong>Title</strong></p>"),
        ("#tag", "<p>#tag</p>"),
        ("- a\n- b\n  - c\n  - d\n- e", ("<ul><li>a</li><li><p>b</p><ul><li>c</li><li>d</li></ul>"
         "</li><li>e</li></ul>")),
        ("1. a\n2. b\n\ntext", "<ol><li>a</li><li>b</li></ol><p>text</p>"),
        ("- a\n\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1984 was long ago", "<p>1984 was long ago</p>"),
        ("> a\n> b\n\nc", "<blockquote><p>a<br>b</p></blockquote><p>c</p>"),
        ("text\n> quoted", "<p>text</p><blockquote><p>quoted</p></blockquote>"),
        ("```python\na < b\n\nc\n```\nd", "<pre><code>a &lt; b\n\nc</code></pre><p>d</p>"),
        ("```\nopen", "<pre><code>open</code></pre>"),
        ("    a\n    b", "<pre><code>a\nb</code></pre>"),
        ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
        ("<3 & \"so\"", "<p>&lt;3 &amp; \"so\"</p>"),
    ],
)  # fmt: skip
def test_a_comment_is_shown_as_it_was_meant(text: str, html: str) -> None:
    assert markdown_html(text) == html


@pytest.mark.parametrize(
    "piece",
    ["*", "**a", "_a ", "`", "`a", "[", "[a](", "![", "> ", ">", "- ", "- a\n  ", "1. ", "#", "# ",
     "\n", " ", "\\", "<https://", "https://", "~~", "```\n", "    a\n", "* * ", "a\n- "],
)  # fmt: skip
def test_hostile_text_takes_no_longer_than_other(piece: str) -> None:
    began = time.process_time()
    markdown_html(piece * (70_000 // len(piece)))
    markdown_html("# " + piece * (70_000 // len(piece)) + "x")
    assert time.process_time() - began < 3


SIGNS = st.sampled_from([*"ab *_`[]()<>!#->~\\\n1.\t&\"'", "https://a.example"])


@given(st.lists(SIGNS).map("".join))
def test_nothing_but_known_elements_comes_out(text: str) -> None:
    html = markdown_html(text)
    for name in ("p", "br", "em", "strong", "del", "code", "pre", "hr", "ul", "ol", "li",
                 "blockquote"):  # fmt: skip
        html = html.replace(f"<{name}>", "").replace(f"</{name}>", "")
    for part in html.replace("</a>", "").split("<")[1:]:
        assert part.startswith('a href="https://a.example')
