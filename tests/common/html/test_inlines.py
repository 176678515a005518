"""Styles within their limits."""

from common.html.inlines import MAX_INLINE_DEPTH, MAX_REPEATED
from common.html.writer import Writer


def test_styles_are_nested_only_to_the_limit():
    writer = Writer()
    opened = [writer.open("b", "<b>") for _ in range(MAX_INLINE_DEPTH + 1)]
    assert opened == [True] * MAX_INLINE_DEPTH + [False]
    writer.text("pain")
    assert writer.result() == "<b>" * MAX_INLINE_DEPTH + "pain" + "</b>" * MAX_INLINE_DEPTH


def test_a_style_over_many_paragraphs_is_repeated_only_to_the_limit():
    writer = Writer()
    writer.open("b", "<b>")
    for _ in range(MAX_REPEATED):
        writer.open("p", "<p>")
        writer.text("pain")
    html = writer.result()
    assert html.count("<b>") == 1 + MAX_REPEATED // len("<b>")
    assert html.count("pain") == MAX_REPEATED
