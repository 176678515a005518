"""The address to serve at, and whether it is free."""

import errno
import socket
from dataclasses import dataclass

from config.bootstrap.words import Trouble

# Where "every address of this machine" is served, one's own browser still needs a name to ask for.
ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104


@dataclass(frozen=True)
class Address:
    """A host and a port to listen at."""

    host: str
    port: int

    @property
    def bind(self) -> str:
        """The address as the server is told it: `127.0.0.1:8000` or `[::1]:8000`."""
        return f"{_bracket(self.host)}:{self.port}"

    @property
    def reachable_host(self) -> str:
        """A host that a program on this machine can connect to."""
        return ANY_ADDRESS.get(self.host, self.host)

    @property
    def name(self) -> str:
        """Host and port as in a `Host` header."""
        return f"{_bracket(self.reachable_host)}:{self.port}"

    @property
    def url(self) -> str:
        """The address as a person types it, without a slash at the end."""
        return f"http://{self.name}"


def read_address(host: str, port: str) -> Address:
    """Read the host and port that were asked for. Raises Trouble for a port that cannot be."""
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
        raise Trouble(f"PORT must be a number from 1 to 65535, and '{port}' is not.")
    return Address(host, int(port))


def check_address_is_free(address: Address) -> None:
    """Raise Trouble, in one sentence, when the site could not be served at `address`."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except socket.gaierror:
        raise Trouble(f"HOST '{address.host}' is not an address of this machine.") from None
    family, kind, protocol, _, where = found[0]
    with socket.socket(family, kind, protocol) as probe:
        # As the server does: a port that was closed a moment ago counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(where)
        except OSError as error:
            raise Trouble(_explain(error, address)) from None


def _explain(error: OSError, address: Address) -> str:
    port = address.port
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        return (
            f"Port {port} is already in use: stop what is using it, "
            f"or choose another one with 'make run PORT={other}'."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} needs administrator rights: choose one from 1024 up, like PORT=8000."
    return f"HOST '{address.host}' is not an address of this machine."


def _bracket(host: str) -> str:
    return f"[{host}]" if ":" in host else host
