"""Web addresses: which ones may become a link, and where they lead."""

import re
from functools import lru_cache
from urllib.parse import quote

from common.hosts import clean_host, shown_host
from common.text import storable

# Longer ones are refused by proxies and by older servers; no page we link to needs more.
MAX_ADDRESS_LENGTH = 2_048

# One address is looked at by the link finder, the tidier and the guards, one after the other.
_REMEMBERED = 256

_MAX_PORT = 0xFFFF
_DEFAULT_PORTS = {"http": "80", "https": "443"}

_WEB = re.compile(r"(https?)://([^/?#]+)([^#]*)(#.*)?", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(
    r"mailto:([\w.!$'*+/=^{|}~-]{1,64})@([^\s@?#]+)(?:\?.*)?", re.IGNORECASE | re.DOTALL
)
_HOST_AND_PORT = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(?::([0-9]{1,5})?)?")

# What the WHATWG URL standard does not allow as it stands in a path, query or fragment,
# and the direction overrides, which show an address in another order than it is read.
_NEEDS_QUOTING = re.compile('[\\s"<>`{}|^\\[\\]\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_LONE_PERCENT = re.compile("%(?![0-9a-fA-F]{2})")
_BREAKS = re.compile("[\t\n]")


@lru_cache(maxsize=_REMEMBERED)
def clean_address(address: str) -> str | None:
    """The address in the one form that may be linked to, or None when it must not be.

    Kept are `https://host...`, `http://host...` and `mailto:someone@host`, without control
    characters and outer spaces, scheme and host in small letters. Refused: other schemes,
    scheme-relative addresses, a missing or impossible host, user names and passwords,
    backslashes (browsers read them as slashes), more than `MAX_ADDRESS_LENGTH` characters.
    Cleaning a clean address changes nothing.
    """
    plain = _BREAKS.sub("", storable(address)).strip()
    if len(plain) > MAX_ADDRESS_LENGTH or "\\" in plain:
        return None
    cleaned = _clean_web(plain) or _clean_mail(plain)
    return cleaned if cleaned and len(cleaned) <= MAX_ADDRESS_LENGTH else None


def host_of(address: str) -> str:
    """The host as a reader should see it, such as "ki.se"; empty when there is none.

    Without "www." and port. A name in another script than Latin is shown in it only if it
    cannot pass for a Latin one; otherwise in its "xn--" form.
    """
    cleaned = clean_address(address)
    if cleaned is None:
        return ""
    if cleaned.startswith("mailto:"):
        return shown_host(cleaned.partition("@")[2])
    return shown_host(re.sub(r":\d+$", "", _authority(cleaned)).removeprefix("www."))


def same_origin(first: str, second: str) -> bool:
    """Whether both are web addresses with the same scheme, host and port."""
    origin = _origin(first)
    return origin is not None and origin == _origin(second)


def _clean_web(address: str) -> str | None:
    match = _WEB.fullmatch(address)
    if not match:
        return None
    scheme, authority, path, fragment = match.groups()
    scheme = scheme.lower()
    host = _clean_authority(scheme, authority)
    return f"{scheme}://{host}{_quote(path)}{_quote_fragment(fragment)}" if host else None


def _clean_mail(address: str) -> str | None:
    """Without the headers after a "?": they can add recipients and attachments."""
    match = _MAIL.fullmatch(address)
    host = clean_host(match[2]) if match else None
    return f"mailto:{match[1]}@{host}" if match and host else None


def _clean_authority(scheme: str, authority: str) -> str | None:
    match = _HOST_AND_PORT.fullmatch(authority)
    host = clean_host(match[1]) if match else None
    if not match or not host:
        return None
    port = int(match[2] or _DEFAULT_PORTS[scheme])
    if port > _MAX_PORT:
        return None
    return host if str(port) == _DEFAULT_PORTS[scheme] else f"{host}:{port}"


def _quote(text: str) -> str:
    text = _LONE_PERCENT.sub("%25", text)
    return _NEEDS_QUOTING.sub(lambda match: quote(match[0]), text)


def _quote_fragment(fragment: str | None) -> str:
    return "#" + _quote(fragment[1:]).replace("#", "%23") if fragment else ""


def _authority(cleaned: str) -> str:
    match = _WEB.fullmatch(cleaned)
    return match[2] if match else ""


def _origin(address: str) -> tuple[str, str] | None:
    cleaned = clean_address(address)
    if cleaned is None or cleaned.startswith("mailto:"):
        return None
    return cleaned.partition(":")[0], _authority(cleaned)
