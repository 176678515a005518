"""Character references, read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.html.entities import decode, decode_attribute, escape, escape_attribute
from common.text import storable


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("&amp;lt;", "&lt;"),
        ("&copy", "\u00a9"),
        ("&#65;&#x42;", "AB"),
        ("&#13;", "\n"),
        ("&x;", "&x;"),
    ]
    + [("&#0;", "\ufffd"), ("&#xD800;", "\ufffd"), ("&#x1;", ""), ("&#" + "1" * 9000, "\ufffd")],
)
def test_references_are_read_as_in_a_browser(raw, text):
    assert decode(raw) == text


def test_in_an_address_only_a_complete_reference_counts():
    assert decode_attribute("?a=1&copy=2&amp;b=3&#38;c") == "?a=1&copy=2&b=3&c"


@given(st.text())
def test_escaped_text_reads_as_before(text):
    text = storable(text)
    assert decode(escape(text)) == text
    assert decode_attribute(escape_attribute(text)) == text
    assert not set('<>"') & set(escape_attribute(text))
