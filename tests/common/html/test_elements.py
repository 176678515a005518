"""Which open block an element belongs into, and which one an end tag closes."""

import pytest

from common.html.elements import index_of_parent, index_to_close


@pytest.mark.parametrize(
    ("name", "open_blocks", "index"),
    [
        ("li", "ul li", 0),
        ("li", "ul li p", 0),
        ("li", "ul li blockquote", None),
        ("dd", "dl dt", 0),
        ("td", "table tbody tr td ul li", 2),
        ("td", "table tbody tr td table", 4),
        ("tr", "table", 0),
        ("td", "blockquote", None),
    ],
)
def test_an_element_finds_its_parent(name, open_blocks, index):
    assert index_of_parent(name, open_blocks.split()) == index


@pytest.mark.parametrize(
    ("name", "open_blocks", "index"),
    [
        ("p", "blockquote p", 1),
        ("ul", "ul li ul li", 2),
        ("li", "ul li ul", None),
        ("ul", "ul li table tbody tr td", None),
        ("table", "table tbody tr td blockquote", 0),
        ("td", "table tbody tr td ul li", 3),
        ("td", "table tbody tr td table", None),
    ],
)
def test_an_end_tag_finds_what_it_closes(name, open_blocks, index):
    assert index_to_close(name, open_blocks.split()) == index
