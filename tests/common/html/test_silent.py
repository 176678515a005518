"""Leaving out elements with their content."""

import pytest

from common.html.silent import RAW_ELEMENTS, without_silent
from common.html.tokens import tokens


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("a<svg>b<svg>c</svg>d</svg>e", "ae"),
        ("a<svg/>b", "ab"),
        ("a<svg>b", "a"),
        ("a</svg>b", "a</svg>b"),
        ("a<script>'<svg>'</script>b", "ab"),
        ("a<head>b<body>c", "ac"),
        ("a<!-- b -->c", "ac"),
    ],
)
def test_a_silent_element_goes_with_all_that_is_in_it(html, left):
    silent = {"svg", "script", "head"}
    stream = without_silent(tokens(html, RAW_ELEMENTS & silent), silent)
    assert "".join(token.raw for token in stream) == left
