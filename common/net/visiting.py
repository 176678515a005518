"""Going from the given address to the one that answers, with every check at every step."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from common.net.connecting import checked_addresses
from common.net.deadline import Deadline
from common.net.errors import FetchFailed, FetchRefused
from common.net.exchanging import Answer, exchange
from common.net.memory import Memory
from common.net.permission import MAX_ROBOTS_BYTES, require_permission
from common.net.rules import FetchRules
from common.net.targets import Target, check_address

# RFC 9309, section 2.3.1.2: robots.txt is looked for so far; beyond it there is none.
MAX_ROBOTS_REDIRECTS = 5

_REDIRECTS = frozenset({301, 302, 303, 307, 308})

_DOWNGRADE = "The site leads from https to http, which others can read and change. Tell its owner."
_NOWHERE = "The site says that the page has moved, and not where to. Tell its owner."
_WAIT = "The site has asked us to wait before reading it again. Try again later."


@dataclass
class Visit:
    """One fetch: its rules, its end, and what it has looked up on the way."""

    rules: FetchRules
    memory: Memory
    deadline: Deadline = field(init=False)

    def __post_init__(self) -> None:
        self.deadline = Deadline(self.rules.seconds)

    def follow(self, target: Target, headers: Mapping[str, str]) -> tuple[Target, Answer]:
        """The last target and its answer, after at most `rules.redirects` redirects."""
        for _ in range(self.rules.redirects + 1):
            answer = self._read(target, headers)
            if answer.status not in _REDIRECTS:
                return target, answer
            target = _next(target, answer, self.rules)
        raise FetchFailed("The site leads from one address to the next. Give the last one.")

    def _read(self, target: Target, headers: Mapping[str, str]) -> Answer:
        """With one lookup for the page and its robots.txt."""
        self._respect_pause(target)
        addresses = checked_addresses(target, self.rules, self.deadline)

        def ask_for_robots(robots: Target) -> Answer:
            return self._follow_robots(robots, addresses)

        require_permission(target, self.rules, self.memory, ask_for_robots)
        return self._ask(target, addresses, headers, self.rules.max_bytes)

    def _follow_robots(self, target: Target, addresses: list[str]) -> Answer:
        for _ in range(MAX_ROBOTS_REDIRECTS + 1):
            answer = self._ask(target, addresses, {}, MAX_ROBOTS_BYTES)
            if answer.status not in _REDIRECTS:
                return answer
            target = _next(target, answer, self.rules)
            self._respect_pause(target)
            addresses = checked_addresses(target, self.rules, self.deadline)
        return Answer(404, {})

    def _ask(
        self, target: Target, addresses: list[str], headers: Mapping[str, str], max_bytes: int
    ) -> Answer:
        answer = exchange(
            target,
            addresses,
            headers,
            max_bytes=max_bytes,
            rules=self.rules,
            deadline=self.deadline,
        )
        if answer.retry_after:
            self.memory.keep_pause(target.host, answer.retry_after)
        return answer

    def _respect_pause(self, target: Target) -> None:
        seconds = self.memory.pause_of(target.host)
        if seconds:
            raise FetchFailed(_WAIT, retry_after=seconds)


def _next(target: Target, answer: Answer, rules: FetchRules) -> Target:
    location = answer.location
    if not location:
        raise FetchFailed(_NOWHERE, status=answer.status)
    found = check_address(_joined(target.address, location), rules)
    if target.scheme == "https" and found.scheme == "http":
        raise FetchRefused(_DOWNGRADE)
    return found


def _joined(base: str, location: str) -> str:
    """Relative ones made whole (RFC 3986, section 5). Tabs and such stay in to be refused."""
    if any(character < " " for character in location):
        return location
    try:
        return urljoin(base, location)
    except ValueError:
        return location
