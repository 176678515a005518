"""The processes of the server share the connections."""

import http.client
import os
import sys
import time
from pathlib import Path

import pytest

from tests.config.conftest import RealServer

CONNECTIONS = 8
TRIES = 20
FAIR_TRIES = 15  # a busy machine may wake a process late, now and then

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def sockets_of_processes(server: RealServer) -> list[int]:
    """How many sockets each process has open."""
    return [sum(map(is_socket, Path(f"/proc/{pid}/fd").iterdir())) for pid in server.children()]


def is_socket(descriptor: Path) -> bool:
    try:
        return os.readlink(descriptor).startswith("socket:")
    except FileNotFoundError:  # closed since it was listed
        return False


def open_connections(server: RealServer) -> list[http.client.HTTPConnection]:
    """Connections that were answered once and are kept."""
    connections = [server.connect() for _ in range(CONNECTIONS)]
    for connection in connections:
        connection.connect()
    for connection in connections:
        connection.request("GET", "/healthz")
    for connection in connections:
        connection.getresponse().read()
    return connections


def test_no_process_takes_all_connections(real_server: RealServer) -> None:
    real_server.start()
    smallest = []
    for _ in range(TRIES):
        before = sockets_of_processes(real_server)
        connections = open_connections(real_server)
        after = sockets_of_processes(real_server)
        smallest.append(min(b - a for a, b in zip(before, after, strict=True)))
        for connection in connections:
            connection.close()
        time.sleep(0.1)
    fair = [share for share in smallest if share >= CONNECTIONS // 4]
    assert len(fair) >= FAIR_TRIES, smallest
