"""Where a request comes from, as far as we want to know it: a keyed hash that changes daily."""

import ipaddress
from datetime import date

from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac

LINE_BITS = 64  # of IPv6: what one line gets; within it devices choose addresses as they like


def network_hash(address: str, day: date | None = None) -> str:
    """A keyed hash of an address; the key changes every day, so days cannot be joined.

    An address that is not global (this machine, a private network) says nothing about a
    person: behind a proxy nobody told us about, everybody would share it. It gives "".
    """
    line = line_of(address)
    if not line:
        return ""
    key = f"community.network.{day or timezone.now().date()}"
    return salted_hmac(key, line).hexdigest()[:32]


def line_of(address: str) -> str:
    """The line an address belongs to; "" when it is not global.

    Of IPv6 that is a whole network (RFC 4291, section 2.5.4): who has one address has them all.

    >>> line_of("2a00:1450:4001:81a::5"), line_of("::ffff:8.8.4.4"), line_of("10.0.0.1")
    ('2a00:1450:4001:81a::/64', '8.8.4.4', '')
    """
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(known, ipaddress.IPv6Address) and known.ipv4_mapped:
        known = known.ipv4_mapped
    if not known.is_global:
        return ""
    if isinstance(known, ipaddress.IPv6Address):
        return str(ipaddress.IPv6Network((int(known), LINE_BITS), strict=False))
    return str(known)


def is_within(name: str, address: str, *, most: int, seconds: int) -> bool:
    """Count one more of something from a network; whether it is not too many in so many seconds.

    An address that says nothing about a person is not counted.
    """
    network = network_hash(address)
    if not network:
        return True
    return is_within_for(name, network, most=most, seconds=seconds)


def is_within_for(name: str, who: str, *, most: int, seconds: int) -> bool:
    """The same for whoever is meant by `who`."""
    key = f"community.{name}:{who}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) <= most
    except ValueError:  # the time was over between the two lines
        return True
