"""Whether a text in a feed is the whole text, or only its beginning. Pure."""

import re

from common.html import html_to_text
from common.text import word_count

# A text of fewer words that a feed gives as its summary is none to be read by itself.
WORDS_OF_A_TEXT = 80

_CUT_OFF = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|(?:read|continue|keep)\s+(?:more|reading|on)\W*|more\s*[»›>]+)\s*$",
    re.IGNORECASE,
)


def is_teaser(body_html: str, link: str, *, is_summary: bool) -> bool:
    """Say whether the text goes on behind the link.

    It does where it ends in the middle ("…", "Read more"), or where a feed gives a short summary
    and no content. Without a link there is nowhere to go on.
    """
    text = html_to_text(body_html).strip()
    if not link or not text:
        return False
    return bool(_CUT_OFF.search(text)) or (is_summary and word_count(text) < WORDS_OF_A_TEXT)
