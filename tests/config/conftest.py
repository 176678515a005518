"""The production server over an empty data folder, as a process of its own."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
PROCESSES = 2


class RealServer:
    """gunicorn with the product's own configuration, and the commands that go with it."""

    def __init__(self, data: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        inherited = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "SECRET_KEY")}
        self.data = data
        own = {"DATA_DIR": str(data), "WEB_CONCURRENCY": str(PROCESSES)}
        self.environ = inherited | own | {"SITE_URL": f"http://127.0.0.1:{self.port}"}
        self.process: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str) -> str:
        """What a management command prints."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environ, check=True, stdout=subprocess.PIPE, text=True
        )
        return done.stdout

    def start(self) -> None:
        """Start it, in a group of its own, and wait until it answers."""
        command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn_conf.py"]
        command += ["--bind", f"127.0.0.1:{self.port}", "config.wsgi:application"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environ, process_group=0)
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            if self.answers() and len(self.children()) == PROCESSES:
                return
            time.sleep(0.05)
        raise AssertionError("The server did not start.")

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def children(self) -> list[str]:
        """Process numbers of the processes that answer (Linux only)."""
        return Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)

    def answers(self) -> bool:
        connection = self.connect()
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End all its processes at once."""
        if self.process is not None:
            os.killpg(self.pid, how)
            self.process.wait(timeout=PATIENCE_SECONDS)
            self.process = None


@pytest.fixture
def real_server(tmp_path: Path) -> Iterator[RealServer]:
    """Not started yet; ended whatever happens."""
    server = RealServer(tmp_path / "data")
    yield server
    server.end(signal.SIGKILL)
