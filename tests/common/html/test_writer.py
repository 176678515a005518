"""The writer nests well whatever it is told, within its limits."""

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from common.html.writer import MAX_LEVELS, Writer

NAMES = "b i a p ul ol li dl dt dd table caption thead tr td th h2 pre blockquote br hr".split()
ORDERS = st.lists(st.tuples(st.sampled_from(["open", "close", "text"]), st.sampled_from(NAMES)))


@given(ORDERS)
def test_what_is_written_is_read_as_it_was_written(orders):
    writer = Writer()
    for order, name in orders:
        if order == "open":
            writer.open(name, f"<{name}>")
        elif order == "close":
            writer.close(name)
        else:
            writer.text(f"{name} ")
    html = writer.result()
    assert LexborHTMLParser(html).body.inner_html == html


def test_blocks_are_nested_only_to_the_limit():
    writer = Writer()
    opened = [writer.open("blockquote", "<blockquote>") for _ in range(MAX_LEVELS + 3)]
    assert opened == [True] * MAX_LEVELS + [False] * 3
    writer.text("pain")
    assert writer.result().count("pain") == 1


def test_a_style_ends_with_its_block_unless_it_shall_last():
    for styles_last, html in ((False, "<p><b>x</b></p>y"), (True, "<p><b>x</b></p><b>y</b>")):
        writer = Writer(styles_last=styles_last)
        writer.open("p", "<p>")
        writer.open("b", "<b>")
        writer.text("x")
        writer.close("p")
        writer.text("y")
        assert writer.result() == html


def test_words_on_both_sides_of_an_unwritten_block_are_kept_apart():
    writer = Writer()
    for word in ("one", "two ", "three"):
        writer.text(word)
        writer.gap()
    assert writer.result() == "one\ntwo three"
