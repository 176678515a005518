"""The body of an article as staff write it: plain text where that loses nothing. Pure.

Blank lines part paragraphs, "## " begins a sub-heading:

    The first paragraph.

    ## Why

    Nobody knows.
"""

import re
from html import escape, unescape

from common.html import ARTICLE_POLICY, sanitize

HEADING = "## "

_BLOCK = re.compile(r"<(p|h2)>(.*?)</\1>", re.DOTALL)
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_SPACES = re.compile(r"\s+")
_BETWEEN_BLOCKS = re.compile(r"(</p>|</h2>) ")
_BREAK = "<br>"


def to_plain(body_html: str) -> str | None:
    """The body as plain text, or None when plain text cannot say all that is in it.

    Only spaces that no browser shows, such as new lines between paragraphs, are not kept.
    """
    shown = _BETWEEN_BLOCKS.sub(r"\1", _SPACES.sub(" ", body_html).strip() + " ")
    text = "\n\n".join(_plain_block(*block.groups()) for block in _BLOCK.finditer(shown))
    return text if sanitize(to_html(text), ARTICLE_POLICY) == shown else None


def to_html(text: str) -> str:
    """HTML of plain text; everything in it is shown as it was typed."""
    text = text.replace("\r\n", "\n").strip()
    return "".join(_html_block(block) for block in _BLANK_LINES.split(text) if block.strip())


def _plain_block(name: str, inner: str) -> str:
    return (HEADING if name == "h2" else "") + unescape(inner.replace(_BREAK, "\n"))


def _html_block(block: str) -> str:
    if block.startswith(HEADING):
        return f"<h2>{escape(' '.join(block[len(HEADING) :].split()), quote=False)}</h2>"
    lines = (escape(line.strip(), quote=False) for line in block.split("\n"))
    return f"<p>{_BREAK.join(lines)}</p>"
