"""Which IP addresses belong to the public internet."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# The registries of special addresses (RFC 6890, kept by IANA), and one service of a cloud that
# answers its machines from an ordinary address. `is_global` is asked as well, not instead:
# Python 3.11 takes 192.0.0.192, where a cloud keeps its machines' secrets, for a public one.
_CLOSED_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # behind a provider; 100.100.100.200 holds secrets of a cloud
            "127.0.0.0/8",  # this machine
            "168.63.129.16/32",  # the inside of a cloud
            "169.254.0.0/16",  # this cable; 169.254.169.254 holds secrets of most clouds
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocols
            "192.0.2.0/24",  # documentation
            "192.31.196.0/24",  # a sink for lookups of private addresses
            "192.52.193.0/24",  # relays of multicast
            "192.88.99.0/24",  # relays of 6to4
            "192.168.0.0/16",  # private
            "192.175.48.0/24",  # a sink for lookups of private addresses
            "198.18.0.0/15",  # measuring
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)

# Everything else, from ::1 over fc00::/7 to the forms that carry an IPv4 address (::ffff:0:0/96,
# 64:ff9b::/96), lies outside and is closed by that.
_OPEN_6 = IPv6Network("2000::/3")
_CLOSED_6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocols: Teredo, ORCHID, measuring
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4, leads to any IPv4 address and is given up (RFC 7526)
            "2620:4f:8000::/48",  # a sink for lookups of private addresses
            "3ffe::/16",  # an experiment that has ended
            "3fff::/20",  # documentation
        ),
    )
)

# How the last 64 bits of an ISATAP address begin; an IPv4 address follows (RFC 5214).
_ISATAP = frozenset({0x0000_5EFE, 0x0200_5EFE})


def is_public(ip: str) -> bool:
    """Whether `ip` is an address of the public internet, written in the usual form.

    False also for what is no IP address at all, such as "127.1" or "fe80::1%eth0".
    """
    try:
        address = ip_address(ip)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in closed for closed in _CLOSED_4)
    return address.is_global and _is_open_6(address)


def _is_open_6(address: IPv6Address) -> bool:
    if address.scope_id is not None or address not in _OPEN_6:
        return False
    if int(address) >> 32 & 0xFFFF_FFFF in _ISATAP:
        return False
    return not any(address in closed for closed in _CLOSED_6)
