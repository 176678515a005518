"""Foreign HTML in, HTML that is safe to show out."""

from common.html.entities import decode, escape
from common.html.passes import pass_both
from common.html.plain import html_to_text
from common.html.policies import Policy
from common.html.tidy import tidy
from common.html.tokens import Text, tokens
from common.text import storable

# In characters: a long article with all the mark-up of its page. Reading this much hostile
# HTML takes under a second.
MAX_INPUT_LENGTH = 300_000

# In characters, about 20,000 words: longer than any article, and the most that bleach reads
# in less than a second when every character is a "<".
MAX_RESULT_LENGTH = 150_000

# Start and end tags of the cleaned HTML. A comment of 10,000 characters has 6,667 when every
# letter is a paragraph, a long article a few thousand; bleach slows down with their square.
MAX_TAGS = 8_000

# The same for the HTML as given, where most tags of a page are none that are kept.
MAX_INPUT_TAGS = 30_000

# The guards agree on tidy HTML at once; a link that only one of them refuses takes a second
# round. Whatever needs more is no HTML anybody wrote to be read.
_MAX_ROUNDS = 3


class TooLong(ValueError):
    """The HTML, as given or as cleaned, is longer than can be cleaned in reasonable time."""


def sanitize(html: str, policy: Policy) -> str:
    """HTML with nothing but what `policy` keeps, safe to put into a page as it is.

    Links lead to `https://host`, `http://host` or `mailto:` and carry
    `rel="nofollow ugc noopener"`. HTML beyond `MAX_TAGS` or `MAX_INPUT_TAGS` comes out as
    plain text. Any string is accepted; the only error is `TooLong` (a ValueError), beyond
    `MAX_INPUT_LENGTH` or `MAX_RESULT_LENGTH`. Sanitizing again changes nothing.
    """
    html = storable(_no_longer_than(MAX_INPUT_LENGTH, html))
    cleaned = _clean(html, policy) if html.count("<") <= MAX_INPUT_TAGS else None
    return _pass(escape(_as_text(html, policy)), policy) if cleaned is None else cleaned


def _clean(html: str, policy: Policy) -> str | None:
    """The HTML as soon as tidying and both guards agree on every character, or None."""
    tidied = tidy(html, policy)
    if tidied.count("<") > MAX_TAGS:
        return None
    for _ in range(_MAX_ROUNDS):
        passed = _pass(tidied, policy)
        if passed == tidied:
            return passed
        tidied = tidy(passed, policy)
    return None


def _pass(tidied: str, policy: Policy) -> str:
    return pass_both(_no_longer_than(MAX_RESULT_LENGTH, tidied), policy)


def _as_text(html: str, policy: Policy) -> str:
    if not policy.shows_unknown:
        return html_to_text(html)
    return "".join(
        decode(part.raw) if isinstance(part, Text) else part.raw for part in tokens(html)
    )


def _no_longer_than(limit: int, html: str) -> str:
    if len(html) > limit:
        raise TooLong(f"The text has {len(html):,} characters; {limit:,} are the most.")
    return html
