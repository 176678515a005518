"""Whether a site lets programs read a page: asked of its robots.txt before the page."""

from collections.abc import Callable
from dataclasses import replace

from common.net.contents import TooLarge
from common.net.errors import FetchFailed, FetchRefused
from common.net.exchanging import Answer
from common.net.memory import Memory
from common.net.robots import Robots, parse_robots
from common.net.rules import FetchRules
from common.net.targets import Target

# RFC 9309, section 2.5: at least so much of the file counts; what follows is passed over.
MAX_ROBOTS_BYTES = 500 * 1024

_TOO_MANY_REQUESTS = 429
_NOT_NOW = (
    "The site does not say now which pages may be read by programs (robots.txt). Try again later."
)
_NOT_ALLOWED = (
    "The site asks programs not to read this page (robots.txt)."
    " Ask its owner, or copy the text by hand."
)


def require_permission(
    target: Target, rules: FetchRules, memory: Memory, ask: Callable[[Target], Answer]
) -> None:
    """Raises `FetchRefused` if robots.txt forbids it, `FetchFailed` if it cannot be read now.

    `ask` brings the file, following redirects. A file that is not there (4xx) allows everything.
    """
    if not rules.robots:
        return
    robots = memory.robots_of(target.origin)
    if robots is None:
        robots = _read(ask, replace(target, path="/robots.txt"), rules.agent)
        memory.keep_robots(target.origin, robots)
    if not robots.allow(target.path):
        raise FetchRefused(_NOT_ALLOWED)


def _read(ask: Callable[[Target], Answer], target: Target, agent: str) -> Robots:
    try:
        answer = ask(target)
    except TooLarge as large:
        return _parsed(large.beginning, agent)
    if answer.is_success:
        return _parsed(answer.content, agent)
    if 400 <= answer.status < 500 and answer.status != _TOO_MANY_REQUESTS:
        return Robots()
    raise FetchFailed(_NOT_NOW, retry_after=answer.retry_after, status=answer.status)


def _parsed(content: bytes, agent: str) -> Robots:
    return parse_robots(content.decode("utf-8", errors="replace"), agent)
