"""An address, taken apart once. Only these parts are connected to; nothing reads it again."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from common.net.errors import FetchRefused
from common.net.names import NO_HOST, PRIVATE, ascii_host, is_literal
from common.net.rules import STRICT, FetchRules
from common.urls import MAX_ADDRESS_LENGTH

_DEFAULT_PORTS = {"http": 80, "https": 443}

_WEB = re.compile(r"(https?)://([^/?#]*)([^#]*)(?:#.*)?", re.IGNORECASE | re.DOTALL)
_HOST_AND_PORT = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(?::([0-9]{0,5}))?")

# What may stand in a path and query as it is (RFC 3986, section 3.3), and "%" of what is quoted.
_UNQUOTED = "/?:@!$&'()*+,;=-._~%"
_LONE_PERCENT = re.compile("%(?![0-9a-fA-F]{2})")


@dataclass(frozen=True)
class Target:
    """Where to connect and what to ask for.

    `host` is in ASCII, an IPv6 address in brackets; `path` begins with "/" and has the query.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, without the port that goes without saying."""
        return f"{self.scheme}://{self.host_and_port}"

    @property
    def host_and_port(self) -> str:
        """As it stands in the Host header."""
        usual = self.port == _DEFAULT_PORTS[self.scheme]
        return self.host if usual else f"{self.host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address, without the fragment, which no server is told."""
        return self.origin + self.path

    @property
    def ip(self) -> str | None:
        """The IP address, if the address has one instead of a name."""
        return self.host.strip("[]") if is_literal(self.host) else None


def check_address(address: str, rules: FetchRules = STRICT) -> Target:
    """What an address asks for, without asking anybody. Raises `FetchRefused` with the reason.

    Spaces around are dropped. Refused are control characters, backslashes (browsers read them as
    slashes), user names, other schemes and ports, hosts that are private, or written so that
    programs disagree on them.
    """
    plain = address.strip(" \t\r\n")
    _refuse_characters(plain)
    match = _WEB.fullmatch(plain)
    if not match:
        raise FetchRefused("Only addresses that begin with http:// or https:// can be read.")
    scheme = match[1].lower()
    host, port = _host_and_port(match[2], scheme)
    if port not in rules.ports:
        raise FetchRefused("Addresses with an unusual port are not read. Leave out the number.")
    target = Target(scheme, host, port, _path(match[3]))
    _refuse_length(target.address)
    if target.ip and not rules.allows(target.ip):
        raise FetchRefused(PRIVATE)
    return target


def _refuse_characters(address: str) -> None:
    _refuse_length(address)
    if "\\" in address or any(map(_is_unseen, address)):
        raise FetchRefused("Something in this address cannot be read. Copy it from the browser.")


def _refuse_length(address: str) -> None:
    if len(address) > MAX_ADDRESS_LENGTH:
        raise FetchRefused("This address is too long. Give a shorter one of the same page.")


def _is_unseen(character: str) -> bool:
    """Controls, directions, surrogates, letters nobody has given out, lines' ends."""
    category = unicodedata.category(character)
    return category[0] == "C" or category in ("Zl", "Zp")


def _host_and_port(authority: str, scheme: str) -> tuple[str, int]:
    if "@" in authority:
        raise FetchRefused("Leave out the name and the password before the @.")
    match = _HOST_AND_PORT.fullmatch(authority)
    if not match:
        raise FetchRefused(NO_HOST)
    return ascii_host(match[1]), int(match[2] or _DEFAULT_PORTS[scheme])


def _path(path: str) -> str:
    quoted = quote(_LONE_PERCENT.sub("%25", path), safe=_UNQUOTED)
    return quoted if quoted.startswith("/") else "/" + quoted
