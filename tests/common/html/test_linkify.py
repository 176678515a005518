"""Which addresses are found in a text, and where they end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.html.linkify import find_links


def links(text: str) -> list[str]:
    return [f"{label} {address}" for label, address in find_links(text, 100) if address]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://ki.se/en", "https://ki.se/en https://ki.se/en"),
        ("see HTTP://Ki.se.", "HTTP://Ki.se http://ki.se"),
        ("www.ki.se/a?b=1&c=2", "www.ki.se/a?b=1&c=2 https://www.ki.se/a?b=1&c=2"),
        ("me.too+x@example.org!", "me.too+x@example.org mailto:me.too+x@example.org"),
        ("(https://ki.se/a_(b))", "https://ki.se/a_(b) https://ki.se/a_(b)"),
        ("[https://ki.se/a]", "https://ki.se/a https://ki.se/a"),
        ("\u201chttps://ki.se\u201d\u2026", "https://ki.se https://ki.se"),
        ("<https://ki.se>", "https://ki.se https://ki.se"),
        ("_https://ki.se_ ", "https://ki.se https://ki.se"),
        ("https://ki.se/a,b;c", "https://ki.se/a,b;c https://ki.se/a,b;c"),
        (
            "https://m\u00fcnchen.de/\u00fc",
            "https://m\u00fcnchen.de/\u00fc https://m\u00fcnchen.de/\u00fc",
        ),
    ],
)
def test_an_address_is_found_without_what_surrounds_it(text, found):
    assert links(text) == [found]


@pytest.mark.parametrize(
    "text",
    ["www.", "www. x", "http://", "https://.", "xhttps://ki.se", "awww.ki.se", "https://a@ki.se"]
    + ["me@", "@alice", "me@localhost", "a@b@example.org", "ftp://ki.se", "javascript:alert(1)"],
)
def test_what_is_no_address_is_left_alone(text):
    assert links(text) == []


def test_only_so_many_addresses_become_links():
    pieces = list(find_links("www.a.example www.b.example www.c.example", 2))
    assert [label for label, address in pieces if address] == ["www.a.example", "www.b.example"]


@given(
    st.lists(st.sampled_from([*"ab.@:/()[]-_ ,", "http://", "www.", "a@b.example"])).map("".join)
)
def test_the_pieces_joined_give_the_text_again(text):
    assert "".join(label for label, _ in find_links(text, 5)) == text
