"""A connection to one of the IP addresses that were checked, and to no other."""

import socket
import ssl
from functools import lru_cache
from ipaddress import ip_address

import certifi

from common.net.deadline import Deadline
from common.net.errors import FetchFailed, FetchRefused
from common.net.names import PRIVATE
from common.net.resolving import look_up_in_time
from common.net.rules import FetchRules
from common.net.targets import Target

# One that does not answer must leave time for the next; more do not help within seconds.
MAX_TRIED_ADDRESSES = 4

_NO_CONNECTION = "The site cannot be reached. Check the address, or try again later."
_NOT_SAFE = (
    "The site could not show that it is the one it says it is (its certificate does not fit)."
    " Tell its owner, or try again later."
)


def checked_addresses(target: Target, rules: FetchRules, deadline: Deadline) -> list[str]:
    """The IP addresses of the target, looked up once, or the one that it names.

    Raises `FetchRefused` if a single one may not be connected to: whoever mixes private
    addresses among public ones wants us to try them. Raises `FetchFailed` if there is none.
    """
    if target.ip:
        return [target.ip]
    addresses = look_up_in_time(target.host, target.port, rules.look_up, deadline)
    if not all(map(rules.allows, addresses)):
        raise FetchRefused(PRIVATE)
    return addresses


def connect(
    target: Target, addresses: list[str], rules: FetchRules, deadline: Deadline
) -> socket.socket:
    """An open socket to the first of `addresses` that answers; for https after its handshake.

    The name of the target stands in the handshake, and the certificate must be for it.
    Raises `FetchFailed` when none answers in time, or when the certificate does not fit.
    """
    plain = _first_that_answers(addresses[:MAX_TRIED_ADDRESSES], target.port, deadline)
    if target.scheme == "http":
        return plain
    try:
        plain.settimeout(deadline.left())
        name = target.ip or target.host
        return _context(rules.certificates).wrap_socket(plain, server_hostname=name)
    except ssl.SSLCertVerificationError as error:
        raise FetchFailed(_NOT_SAFE) from error
    except TimeoutError as error:
        raise deadline.passed() from error
    except (OSError, ValueError) as error:
        raise FetchFailed(_NO_CONNECTION) from error
    finally:
        # Does nothing once the socket has gone over into the safe one.
        plain.close()


def _first_that_answers(addresses: list[str], port: int, deadline: Deadline) -> socket.socket:
    for position, ip in enumerate(addresses):
        share = deadline.left() / (len(addresses) - position)
        try:
            return _connected(ip, port, share)
        except OSError:
            continue
    deadline.left()
    raise FetchFailed(_NO_CONNECTION)


def _connected(ip: str, port: int, seconds: float) -> socket.socket:
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(seconds)
        sock.connect((ip, port))
        if ip_address(sock.getpeername()[0]) != ip_address(ip):
            raise FetchRefused(PRIVATE)
    except BaseException:
        sock.close()
        raise
    return sock


@lru_cache(maxsize=4)
def _context(certificates: str | None) -> ssl.SSLContext:
    """Trusts what the system trusts, and Mozilla's list for systems that come without one."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    if certificates:
        context.load_verify_locations(certificates)
    return context
