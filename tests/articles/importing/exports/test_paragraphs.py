"""Line breaks become paragraphs and breaks, but not where they belong to something else."""

import time

import pytest

from articles.importing.exports.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("One\nline\n\n\n  Two  ", "<p>One<br>line</p><p>Two</p>"),
        ("One\r\n\r\nTwo\rthree", "<p>One</p><p>Two<br>three</p>"),
        ("One<br />\nTwo", "<p>One<br />Two</p>"),
        ("<b>One\n\nTwo</b>", "<p><b>One</p><p>Two</b></p>"),
        ("<p>One\ntwo</p>\n\n<p>Three</p>", "<p>One\ntwo</p>\n\n<p>Three</p>"),
        ("A<h2>B</h2>C", "<p>A</p><h2>B</h2><p>C</p>"),
        ("<ul>\n<li>A\n\nB</li>\n</ul>C", "<ul>\n<li>A\n\nB</li>\n</ul><p>C</p>"),
        ("<blockquote>A\n\nB</blockquote>", "<blockquote><p>A</p><p>B</p></blockquote>"),
        ("<blockquote>A</blockquote>", "<blockquote>A</blockquote>"),
        ("<pre>A\n\nB <b>c</b>\n</pre>D", "<pre>A\n\nB <b>c</b>\n</pre><p>D</p>"),
        ("<p>A<div>B</div>C", "<p>A<div>B</div><p>C</p>"),
        ("A</div>B", "<p>A</p></div><p>B</p>"),
        ("A<hr>B", "<p>A</p><hr><p>B</p>"),
        ('<a\nhref="b">A</a>', '<p><a href="b">A</a></p>'),
        ("3 < 5 & <3", "<p>3 < 5 & <3</p>"),
        ("A<!-- wp:x -->B", "<p>AB</p>"),
    ],
)
def test_a_text_is_set_in_paragraphs(text: str, html: str) -> None:
    assert paragraphs(text).replace("</p>\n\n<p>", "</p><p>") == html.replace(
        "</p>\n\n<p>", "</p><p>"
    )


@pytest.mark.parametrize(
    "piece", ["\n \n", "<p>", "<div>", "</div>", "<a '", '<a "', "<!--", "[", " "]
)
def test_hostile_text_takes_no_longer_than_other(piece: str) -> None:
    began = time.process_time()
    paragraphs(piece * (300_000 // len(piece)))
    assert time.process_time() - began < 3
