"""The text of articles and comments in WordPress, as a reader of the blog saw it.

Shortcodes are the bracketed names of WordPress itself (Codex, "Shortcode API"): captions and
embeds give their text, galleries and players are left out. All other brackets are words.
"""

import re

from articles.importing.exports.leaving_out import LeftOut
from articles.importing.exports.paragraphs import paragraphs

_SHORTCODE = re.compile(
    r"""(\[?)\[(/?)(caption|wp_caption|gallery|playlist|audio|video|embed)(?![\w-])"""
    r"""((?:[^\]\["']++|"[^"]*+"|'[^']*+')*+)\](\]?)"""
)
_CAPTION = re.compile(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
# WordPress writes "<", ">" and "--" in the settings of a block as escapes.
_FILLED_BLOCK = re.compile(r"<!--\s{1,9}wp:([a-z][a-z0-9/-]{0,99})\s[^<>]*?/-->")
_NO_LOSS = {"more", "nextpage", "separator", "spacer"}

NO_PICTURES = "It shows pictures, sound or film of the old site, which are not taken over."
FILLED = "The old site filled this block when the page was shown; the export does not hold it."


def article_html(content: str, left_out: LeftOut) -> str:
    """Give the text of an article as HTML, not sanitised; counts what is left out of it."""
    for found in _FILLED_BLOCK.finditer(content):
        if found[1] not in _NO_LOSS:
            left_out.thing(f"wp:{found[1]}", FILLED)
    return paragraphs(_without_shortcodes(content, left_out))


def comment_html(content: str) -> str:
    """Give the text of a comment as HTML, not sanitised."""
    return paragraphs(content)


def _without_shortcodes(content: str, left_out: LeftOut) -> str:
    return _SHORTCODE.sub(_Shortcodes(left_out).text, content)


class _Shortcodes:
    """Gives the words of one shortcode after the other."""

    def __init__(self, left_out: LeftOut) -> None:
        self._left_out = left_out
        # Old captions stand among the settings; they are written where the caption ends.
        self._captions: list[str] = []

    def text(self, found: re.Match[str]) -> str:
        """Give the words that stand in place of a shortcode."""
        before, slash, name, settings, after = found.groups()
        if before and after:  # written twice, the bracket is meant as it stands
            return found[0][1:-1]
        return before + self._words(name, settings, is_end=bool(slash)) + after

    def _words(self, name: str, settings: str, *, is_end: bool) -> str:
        if name in {"caption", "wp_caption"}:
            return self._caption(settings, is_end=is_end)
        if name != "embed" and not is_end:
            self._left_out.thing(f"[{name}]", NO_PICTURES)
        return ""

    def _caption(self, settings: str, *, is_end: bool) -> str:
        if is_end:
            return (self._captions.pop() if self._captions else "") + "\n\n"
        words = _CAPTION.search(settings)
        self._captions.append(f" {words[1] or words[2] or ''}" if words else "")
        return "\n\n"
