"""Titles as web addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text import slugify_title


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Activation of glial cells", "activation-of-glial-cells"),
        ("  What\u2019s new -- in 2026?!", "whats-new-in-2026"),
        ("Sm\u00e4rta & s\u00f6mn i \u00d8resund", "smarta-somn-i-oresund"),
        ("\u0411\u043e\u043b\u044c \u0438 \u0441\u043e\u043d", "bol-i-son"),
        ("\u03a0\u03cc\u03bd\u03bf\u03c2", "ponos"),
        ("\u75db\u307f", "article"),
        ("", "article"),
        ("\u200b!?", "article"),
    ],
)
def test_a_title_becomes_plain_letters(title, slug):
    assert slugify_title(title) == slug


def test_a_long_title_is_cut_between_words():
    assert slugify_title("pain and rest", 9) == "pain-and"
    assert slugify_title("pain and rest", 8) == "pain-and"
    assert slugify_title("fibromyalgia", 5) == "fibro"


@given(st.text(), st.integers(1, 90))
def test_a_slug_is_never_empty_nor_too_long(title, length):
    slug = slugify_title(title, length)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= length
