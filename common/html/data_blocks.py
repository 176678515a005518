"""Data for programs inside a page: JSON in a script element that no browser runs."""

import json
from typing import Any

# What could end the element or begin a comment in it (HTML, section 4.12.1.3), and the two line
# ends that JSON allows and older scripts do not. In JSON all of them may stand as escapes.
_ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}


def safe_json(data: Any) -> str:
    """JSON that may stand inside a script element.

    >>> safe_json({"headline": "Rest </script> & walk"})
    '{"headline":"Rest \\\\u003C/script\\\\u003E \\\\u0026 walk"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def linked_data(data: Any) -> str:
    """A JSON-LD data block (W3C JSON-LD 1.1, section 7). It is no script to a browser, so a
    Content-Security-Policy has nothing to refuse.
    """
    return f'<script type="application/ld+json">{safe_json(data)}</script>'
