"""What a site asks programs not to read: its robots.txt (RFC 9309)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

_LINES = re.compile(r"\r\n|\r|\n")
_TOKEN = re.compile("[A-Za-z_-]+")
_ENCODED = re.compile("%[0-9a-fA-F]{2}")
_LONE_PERCENT = re.compile("%(?![0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_AS_IT_IS = "/?:@!&'()+,;=-._~%"

_EVERYBODY = "*"
_RULES = {"allow": True, "disallow": False}


@dataclass(frozen=True)
class Robots:
    """What concerns us: pairs of whether it allows, and the beginning of the paths it is about."""

    rules: tuple[tuple[bool, str], ...] = ()

    def allow(self, path: str) -> bool:
        """Whether a path with its query may be read.

        The longest rule decides, of two equally long ones the one that allows; nothing said
        means yes. The file itself may always be read.
        """
        path = _one_form(path)
        if path == "/robots.txt":
            return True
        fitting = [(len(rule), allows) for allows, rule in self.rules if _fits(rule, path)]
        return max(fitting)[1] if fitting else True

    @property
    def size(self) -> int:
        """About how many characters it takes to remember this."""
        return sum(len(rule) for _, rule in self.rules) + 100 * (len(self.rules) + 1)


def parse_robots(text: str, agent: str) -> Robots:
    """The rules of all groups for `agent`, or else of those for everybody ("*").

    What cannot be understood is passed over, as the RFC wants it.
    """
    groups: dict[str, list[tuple[bool, str]]] = {}
    agents: list[str] = []
    in_rules = False
    for key, value in _lines(text):
        if key == "user-agent":
            agents = [] if in_rules else agents
            agents.append(_agent(value))
            groups.setdefault(agents[-1], [])
            in_rules = False
        elif key in _RULES:
            in_rules = True
            for each in set(agents) & {agent.lower(), _EVERYBODY}:
                groups[each].extend([(_RULES[key], _rule_form(value))] if value else [])
    return Robots(tuple(groups.get(agent.lower(), groups.get(_EVERYBODY, []))))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in _LINES.split(text.removeprefix("\ufeff")):
        key, _, value = line.partition("#")[0].partition(":")
        yield key.strip().lower(), value.strip()


def _agent(value: str) -> str:
    """ "CommonThread/1.0" means us, too: a version and what follows do not count."""
    token = _TOKEN.match(value)
    return token[0].lower() if token else value


def _rule_form(value: str) -> str:
    """A rule with its "*" and its last "$"; in a path they are ordinary signs, so encoded there."""
    end = "$" if value.endswith("$") else ""
    return _one_form(value.removesuffix("$"), "*") + end


def _one_form(path: str, also_kept: str = "") -> str:
    """Percent-encoding in one form: only where it is needed, in capitals (RFC 3986, 6.2.2)."""
    path = _ENCODED.sub(_decoded, _LONE_PERCENT.sub("%25", path))
    return quote(path, safe=_AS_IT_IS + also_kept)


def _decoded(match: re.Match[str]) -> str:
    character = chr(int(match[0][1:], 16))
    return character if character in _UNRESERVED else match[0].upper()


def _fits(rule: str, path: str) -> bool:
    """Whether a path begins with `rule`, in which "*" is anything and a last "$" the end.

    Piece by piece instead of by a regular expression: a hostile rule costs no more than others.
    """
    to_the_end = rule.endswith("$")
    first, *others = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not to_the_end or path == first
    *middle, last = others
    place = len(first)
    for piece in middle:
        place = path.find(piece, place) + len(piece)
        if place < len(piece):
            return False
    if to_the_end:
        return path.endswith(last) and len(path) - len(last) >= place
    return path.find(last, place) >= 0
