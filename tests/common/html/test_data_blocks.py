"""Data blocks: what is put in is read back, and nothing of it ends the element."""

import json
import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as some

from common.html import linked_data, safe_json

BLOCK = re.compile(r'<script type="application/ld\+json">(.*)</script>', re.DOTALL)


@given(some.text(max_size=80))
def test_whatever_is_put_in_is_read_back(words: str) -> None:
    assert json.loads(safe_json({"text": words})) == {"text": words}


def test_nothing_ends_the_block(hostile_strings: Callable[[int, int], list[str]]) -> None:
    for words in [*hostile_strings(3, 300), "</script><script>x", "<!--<script>", "a\u2028b"]:
        found = BLOCK.fullmatch(linked_data({"text": words}))
        assert found and not re.search("[<>&\u2028\u2029]", found[1])
        assert json.loads(found[1]) == {"text": words}
