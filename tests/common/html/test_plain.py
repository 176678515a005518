"""The words of HTML as plain text."""

import time

import pytest

from common.html import html_to_text

PATIENCE = 15


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("  Hello\n  <b>dear</b> Nadia ", "Hello dear Nadia"),
        ("<p>one</p><p>two<br>three</p>", "one\n\ntwo\nthree"),
        ("<h2>Pain</h2>\n<p>and <i>rest</i></p>", "Pain\n\nand rest"),
        ("<ul><li>one</li><li>two</li></ul>end", "one\ntwo\n\nend"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("x<pre>a\n  b</pre>y", "x\n\na\n  b\n\ny"),
        ("AT&amp;T &lt;b&gt; &nbsp;&#8230; &bogus; 3 < 5", "AT&T <b> \u00a0\u2026 &bogus; 3 < 5"),
        ("a<script>b<c</script>d<!-- e -->f<style>g</style>", "adf"),
        ("<head><title>x</title></head><body>y</body>", "y"),
        ("<head>x<body>y", "y"),
        ("a\x00b&#0;c\ud800", "ab\ufffdc\ufffd"),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
    ],
)
def test_the_words_stay_and_blocks_are_parted(html, text):
    assert html_to_text(html) == text


@pytest.mark.parametrize(
    "unit", ["<", "<b>", "<svg>", "<!--", "&#1", "<a b='\" ", "<p>x", " ", "<![x"]
)
def test_hostile_html_takes_little_time(unit):
    began = time.process_time()
    html_to_text(unit * (300_000 // len(unit)))
    assert time.process_time() - began < PATIENCE
