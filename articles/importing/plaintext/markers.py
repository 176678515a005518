"""What stands before the text of a line: a number, a bullet, the hash of a heading."""

import re
from dataclasses import dataclass

# No rule is longer; a longer run of signs is left to whoever reads it.
MAX_ORNAMENT_CHARS = 200
# A bare "-" or "*" is a rule between parts of a page; these are bullets even with nothing behind.
_BARE_BULLETS = "•‣◦▪●○■□∙⁃"
_NUMBER = re.compile(r"([0-9]{1,5})[.)](?:\s+|$)")
_BULLET = re.compile(rf"[{_BARE_BULLETS}](?:\s+|$)|[·*+\-–]\s+")
_HEADING = re.compile(r"#{1,6}\s+")
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Marker:
    """A number ("1.", "12)") or a bullet, as it stands in the text.

    `label` is the marker without the space behind it; `value` is 0 for a bullet.
    """

    label: str
    value: int = 0

    @property
    def is_number(self) -> bool:
        """Say whether it is a number rather than a bullet."""
        return self.label[0].isdigit()


def take_marker(text: str) -> tuple[Marker | None, str]:
    """Part a line into its number or bullet, if it has one, and the rest.

    >>> take_marker("2) Good news")
    (Marker(label='2)', value=2), 'Good news')
    """
    if is_ornament(text):
        return None, text
    found = _NUMBER.match(text) or _BULLET.match(text)
    if not found:
        return None, text
    value = int(found[1]) if found[0][0].isdigit() else 0
    return Marker(found[0].rstrip(), value), text[found.end() :]


def take_heading(text: str) -> tuple[bool, str]:
    """Say whether a line is a heading marked with hashes, and give it without them."""
    found = _HEADING.match(text) if text.startswith("#") else None
    if not found or found.end() == len(text):
        return False, text
    return True, text[found.end() :].rstrip("# ") or text[found.end() :]


def is_ornament(text: str) -> bool:
    """Say whether a line holds neither letter nor digit: a rule, stars, a lone sign.

    A bullet that waits for its text is no ornament; a run of dots is somebody's words.
    """
    if text[:1].isalnum() or len(text) > MAX_ORNAMENT_CHARS or _LETTER.search(text):
        return False
    return text not in _BARE_BULLETS and not set(text) <= set(".…?!¿¡")
