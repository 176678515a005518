"""What `fetch` may do. The default is the strict one, and nothing in the environment opens it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address

from common.net.public import is_public
from common.net.resolving import look_up

# The longest news page with its comments has a twentieth; counted once it is decompressed.
MAX_CONTENT_BYTES = 5 * 1024 * 1024

# In all: looking up, connecting, reading, with every redirect.
MAX_SECONDS = 10

# To the right scheme, to the name with "www.", to where the page has moved.
MAX_REDIRECTS = 3

_WEB_PORTS = frozenset({80, 443})
_TOKEN = re.compile("[A-Za-z_-]+")
_VERSION = re.compile(r"[\w.+-]+", re.ASCII)
_SITE = re.compile("(?:https?://[!-'*-~]+)?")


@dataclass(frozen=True, kw_only=True)
class FetchRules:
    """Raises ValueError where a value would break a header or the robot's name.

    `agent`: our name, also the one that robots.txt may address; letters, "-" and "_" (RFC 9309).
    `site_address`: our own address, so that site owners can find out who reads them.
    `certificates`: a PEM file trusted besides the usual ones, for a house with its own authority.
    `allowed_addresses`: IP addresses that may be read although they are not public.
    `look_up`: gives the IP addresses of a host name, raises OSError if there are none.
    """

    ports: frozenset[int] = _WEB_PORTS
    allowed_addresses: frozenset[str] = frozenset()
    max_bytes: int = MAX_CONTENT_BYTES
    seconds: float = MAX_SECONDS
    redirects: int = MAX_REDIRECTS
    robots: bool = True
    agent: str = "CommonThread"
    version: str = "1.0"
    site_address: str = ""
    certificates: str | None = None
    look_up: Callable[[str, int], list[str]] = look_up

    def __post_init__(self) -> None:
        if not (_TOKEN.fullmatch(self.agent) and _VERSION.fullmatch(self.version)):
            raise ValueError("the agent's name is letters, its version numbers and dots")
        if not _SITE.fullmatch(self.site_address):
            raise ValueError("the site's address begins with http:// or https://")

    def allows(self, ip: str) -> bool:
        """Whether this IP address may be connected to."""
        return is_public(ip) or _same_form(ip) in map(_same_form, self.allowed_addresses)

    @property
    def user_agent(self) -> str:
        """Who we say we are, such as "CommonThread/1.0 (+https://thread.example/)"."""
        name = f"{self.agent}/{self.version}"
        return f"{name} (+{self.site_address})" if self.site_address else name


STRICT = FetchRules()


def _same_form(ip: str) -> str:
    try:
        return str(ip_address(ip))
    except ValueError:
        return ip
