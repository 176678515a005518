"""A site on this machine, a memory that no other test knows, and nothing else to connect to."""

import socket

import pytest

from common.net import Memory
from tests.common.net.sites import open_site


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch):
    connect = socket.socket.connect

    def connect_here(sock, address):
        if address[0] != "127.0.0.1":
            raise OSError(f"no test connects to {address}")
        connect(sock, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)


@pytest.fixture
def site():
    with open_site() as site:
        yield site


@pytest.fixture
def other_site():
    with open_site() as site:
        yield site


@pytest.fixture
def memory():
    return Memory()
