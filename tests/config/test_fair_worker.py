"""The processes of the server share the connections."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROCESSES = 2
CONNECTIONS = 8
TRIES = 10
FAIR_TRIES = 8  # a busy machine may wake a process late, now and then
START_SECONDS = 60

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[int, int]]:
    """The number of the server's first process, and its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn_conf.py"]
    command += ["--bind", f"127.0.0.1:{port}", "config.wsgi:application"]
    inherited = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "SECRET_KEY")}
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=inherited | {"DATA_DIR": str(tmp_path), "WEB_CONCURRENCY": str(PROCESSES)},
    )
    yield process.pid, port
    process.terminate()
    process.wait(timeout=START_SECONDS)


def sockets_of_processes(pid: int) -> list[int]:
    """How many sockets each child of a process has open."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [sum(map(is_socket, Path(f"/proc/{child}/fd").iterdir())) for child in children]


def is_socket(descriptor: Path) -> bool:
    try:
        return os.readlink(descriptor).startswith("socket:")
    except FileNotFoundError:  # closed since it was listed
        return False


def open_connections(port: int, count: int = CONNECTIONS) -> list[http.client.HTTPConnection]:
    """Connections that were answered once and are kept."""
    connections = [
        http.client.HTTPConnection("127.0.0.1", port, timeout=START_SECONDS) for _ in range(count)
    ]
    for connection in connections:
        connection.connect()
    for connection in connections:
        connection.request("GET", "/healthz")
    for connection in connections:
        connection.getresponse().read()
    return connections


def wait_until_up(pid: int, port: int) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            open_connections(port, 1)[0].close()
        except OSError:
            time.sleep(0.1)
            continue
        if len(sockets_of_processes(pid)) == PROCESSES:
            return
    raise AssertionError("The server did not start.")


def test_no_process_takes_all_connections(server: tuple[int, int]) -> None:
    pid, port = server
    wait_until_up(pid, port)
    smallest = []
    for _ in range(TRIES):
        before = sockets_of_processes(pid)
        connections = open_connections(port)
        after = sockets_of_processes(pid)
        smallest.append(min(b - a for a, b in zip(before, after, strict=True)))
        for connection in connections:
            connection.close()
        time.sleep(0.1)
    fair = [share for share in smallest if share >= CONNECTIONS // 4]
    assert len(fair) >= FAIR_TRIES, smallest
