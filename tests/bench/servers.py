"""Starting the servers that are measured, all on 127.0.0.1, and ending them again."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_SECONDS = 30


class Server:
    """A gunicorn with the product's own configuration."""

    def __init__(self, application: str, environ: dict[str, str]) -> None:
        self.port = free_port()
        command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn_conf.py"]
        command += ["--bind", f"127.0.0.1:{self.port}", application]
        self.process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environ)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def wait_for(self, address: str) -> bytes:
        """The body of the first good answer."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(self.url + address) as answer:
                    return answer.read()
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"{self.url}{address} did not answer within {START_SECONDS} s.")

    def memory(self) -> tuple[float, float]:
        """MiB of the worker processes together: resident, and with shared pages counted once."""
        children = subprocess.run(
            ["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=True
        )
        figures = [memory_of(int(pid)) for pid in children.stdout.split()]
        return sum(rss for rss, _ in figures), sum(pss for _, pss in figures)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


def memory_of(pid: int) -> tuple[float, float]:
    """Resident and proportional size of a process in MiB (Linux only)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:] if "kB" in line}
    return sizes["Rss"] / 1024, sizes["Pss"] / 1024


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
