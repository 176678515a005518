"""Foreign HTML in, HTML that is safe to show out."""

from common.html.entities import escape
from common.html.passes import pass_both
from common.html.plain import html_to_text
from common.html.policies import Policy
from common.html.tidy import tidy
from common.text import storable

# In characters: a long article with all the mark-up of its page. Reading this much hostile
# HTML takes under a second.
MAX_INPUT_LENGTH = 500_000

# In characters, about 30,000 words: longer than any article, and the most that bleach reads
# in about a second when every character is a "<".
MAX_RESULT_LENGTH = 200_000

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
    `rel="nofollow ugc noopener"`. HTML with too many tags comes out as plain text. Any
    string is accepted, `TooLong` (a ValueError) is raised only for the two lengths above.
    Sanitizing again changes nothing.
    """
    _require_length(html, MAX_INPUT_LENGTH)
    html = storable(html)
    cleaned = _clean(html, policy) if html.count("<") <= MAX_INPUT_TAGS else None
    return _pass(_as_text(html, policy), policy) if cleaned is None else cleaned


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
    _require_length(tidied, MAX_RESULT_LENGTH)
    return pass_both(tidied, policy)


def _as_text(html: str, policy: Policy) -> str:
    return escape(html if policy.shows_unknown else html_to_text(html))


def _require_length(html: str, limit: int) -> None:
    if len(html) > limit:
        raise TooLong(f"The text has {len(html):,} characters; {limit:,} are the most.")
