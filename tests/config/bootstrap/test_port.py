"""The address to serve at: read, judged, and said in plain words."""

import socket

import pytest

from config.bootstrap.port import Address, check_address_is_free, read_address
from config.bootstrap.words import Trouble


@pytest.mark.parametrize("port", ["", "0", "65536", "8o", "-1", "80.5", "٨٠٠٠"])
def test_a_port_that_cannot_be_is_refused_by_name(port: str) -> None:
    with pytest.raises(Trouble, match=f"'{port}' is not"):
        read_address("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "bind", "url"),
    [
        ("127.0.0.1", "127.0.0.1:9000", "http://127.0.0.1:9000"),
        ("localhost", "localhost:9000", "http://localhost:9000"),
        ("::1", "[::1]:9000", "http://[::1]:9000"),
        ("0.0.0.0", "0.0.0.0:9000", "http://127.0.0.1:9000"),
    ],
)
def test_an_address_is_bound_to_and_typed(host: str, bind: str, url: str) -> None:
    address = read_address(host, "9000")
    assert (address.bind, address.url) == (bind, url)


def test_a_free_port_is_fine_and_a_taken_one_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = Address("127.0.0.1", other.getsockname()[1])
        with pytest.raises(Trouble, match=f"Port {taken.port} is already in use"):
            check_address_is_free(taken)
    check_address_is_free(taken)


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_a_host_of_another_machine_is_named(host: str) -> None:
    with pytest.raises(Trouble, match="is not an address of this machine"):
        check_address_is_free(Address(host, 9000))
