"""A made-up checkout, in which everything slow or far away is played by a few lines.

The bootstrap itself is the real one, and runs as its own process. Python's `venv` and `pip`
(found first on `PYTHONPATH`), the server and `manage.py` are stand-ins. Each writes what it was
asked into `calls.log`, and misbehaves when its variable in the environment says so.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BASE_PYTHON = getattr(sys, "_base_executable", sys.executable)
# Seconds until a test gives up on something that takes a fraction of one on an idle machine.
PATIENCE = 60

NOTE = """
import os, sys, time
def note(*words):
    with open(os.environ["CALLS"], "a") as log:
        log.write(" ".join(map(str, words)) + "\\n")
"""

STAND_INS = {
    # Makes what the bootstrap looks at: an interpreter that runs, and a folder for packages.
    "venv/__main__.py": """
    from pathlib import Path
    note("venv", *sys.argv[1:-1])
    mode, folder = os.environ.get("FAKE_VENV"), Path(sys.argv[-1])
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    if mode == "broken" or (mode == "without ensurepip" and "--without-pip" not in sys.argv):
        sys.exit("ensurepip is not available")
    version = "python%d.%d" % sys.version_info[:2]
    (folder / "lib" / version / "site-packages").mkdir(parents=True, exist_ok=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
    (folder / "pyvenv.cfg").write_text("home = " + os.path.dirname(sys.executable))
    """,
    # "Installs" a package by making its folder.
    "pip/__main__.py": """
    from pathlib import Path
    outside = "--python" in sys.argv
    mode = os.environ.get("FAKE_PIP")
    if mode == "gone" or (mode == "outside only" and not outside):
        sys.exit("No module named pip")
    if "--version" in sys.argv:
        sys.exit()
    note("pip", "outside" if outside else "inside", Path(sys.argv[-1]).name)
    if mode == "offline":
        print("WARNING: Retrying after NewConnectionError")
        sys.exit("ERROR: No matching distribution found")
    if mode == "wrong hash":
        sys.exit("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES: blue")
    if mode == "puzzled":
        sys.exit("ERROR: something nobody has seen before")
    if mode == "hangs":
        time.sleep(60)
    for folder in Path(".venv/lib").glob("*/site-packages"):
        (folder / "django").mkdir(exist_ok=True)
    """,
}

# Answers every request, with a child that follows its parent, as a real server has.
SERVE = """
import http.server, subprocess
if os.environ.get("FAKE_SERVER") == "dies":
    sys.exit("The database is from the future.")
follow = "import os, time\\nwhile os.getppid() == %d: time.sleep(0.1)" % os.getpid()
child = subprocess.Popen([sys.executable, "-c", follow])
note("server", os.getpid(), child.pid, os.environ["SITE_URL"], *sys.argv[1:])
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *words):
        pass
host, port = sys.argv[sys.argv.index("--bind") + 1].rsplit(":", 1)
http.server.HTTPServer((host, int(port)), Handler).serve_forever()
"""

MANAGE = """
note(sys.argv[1], os.getpid())
while sys.argv[1] == "run_worker":
    time.sleep(60)
"""


class Checkout:
    """A made-up checkout and what is done in it."""

    def __init__(self, root: Path, stand_ins: Path) -> None:
        self.root, self.stand_ins, self.port = root, stand_ins, find_free_port()
        self.log = root / "calls.log"
        self.started: list[subprocess.Popen[str]] = []

    def start(
        self, *words: str, on_hangup: signal.Handlers = signal.SIG_DFL, **environ: str
    ) -> subprocess.Popen[str]:
        """Start the bootstrap, by default with `run` and a free port.

        What a closed terminal does to it is not left to how the suite itself was started.
        """
        command = [BASE_PYTHON, "-m", "config.bootstrap"]
        process = subprocess.Popen(
            [*command, *(words or ("run", "--port", str(self.port)))],
            cwd=self.root,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.root),
                "PYTHONPATH": str(self.stand_ins),
                "CALLS": str(self.log),
                **environ,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGHUP, on_hangup),  # noqa: PLW1509 - no threads here
        )
        self.started.append(process)
        return process

    def run(self, **environ: str) -> tuple[int, str]:
        """Start, stop it as soon as it serves, and give its exit code and what it said."""
        process = self.start(**environ)
        said = self.read_until_ready(process)
        process.send_signal(signal.SIGINT)
        code, rest = self.wait(process)
        return code, said + rest

    def wait(self, process: subprocess.Popen[str]) -> tuple[int, str]:
        """Wait for its end, and give its exit code and what it said since it was last read."""
        rest, _ = process.communicate(timeout=PATIENCE)
        return process.returncode, rest

    def read_until_ready(self, process: subprocess.Popen[str]) -> str:
        """What it says up to and including "Ready", or all when it ends before that."""
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            if line.startswith("Ready"):
                break
        return said

    @property
    def calls(self) -> list[str]:
        """What the stand-ins were asked, one line each."""
        return self.log.read_text().splitlines() if self.log.exists() else []

    def count(self, word: str) -> int:
        """How many calls begin with `word`."""
        return sum(call.startswith(word) for call in self.calls)

    def wait_for_call(self, word: str, times: int = 1) -> list[str]:
        """Wait until there were so many calls beginning with `word`; give the words of the last."""
        wait_until(lambda: self.count(word) >= times)
        return [call for call in self.calls if call.startswith(word)][-1].split()

    def pids(self) -> list[int]:
        """Every process that the server and the worker had."""
        words = [call.split() for call in self.calls]
        servers = [pid for call in words if call[0] == "server" for pid in call[1:3]]
        return [int(pid) for pid in [*servers, *(c[1] for c in words if c[0] == "run_worker")]]


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Checkout]:
    """Lay out a checkout in which nothing was ever installed."""
    root = tmp_path / "checkout"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "config" / "bootstrap", root / "config" / "bootstrap", ignore=ignored)
    (root / "config" / "__init__.py").touch()
    (root / "requirements.txt").write_text("django==5.2\n")
    (root / "requirements-dev.txt").write_text("pytest==9.2\n")
    (root / "requirements-semantic.txt").write_text("numpy==2.4\n")
    (root / "manage.py").write_text(NOTE + MANAGE)
    (root / "config" / "serve.py").write_text(NOTE + SERVE)
    for name, text in STAND_INS.items():
        file = tmp_path / "stand_ins" / name
        file.parent.mkdir(parents=True)
        file.write_text(NOTE + textwrap.dedent(text))
        (file.parent / "__init__.py").touch()
    checkout = Checkout(root, tmp_path / "stand_ins")
    yield checkout
    for process in checkout.started:
        process.kill()
        process.communicate(timeout=PATIENCE)
    wait_until(lambda: not any(map(is_alive, checkout.pids())))


@pytest.fixture(scope="session")
def until() -> Callable[[Callable[[], bool]], None]:
    """Give the function that waits until something is so."""
    return wait_until


@pytest.fixture(scope="session")
def alive() -> Callable[[int], bool]:
    """Give the function that tells whether a process still runs."""
    return is_alive


def find_free_port() -> int:
    """A port that nobody listens at just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until `is_so()`, and fail when it takes unreasonably long."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; one that ended but was not yet buried does not."""
    try:
        os.kill(pid, 0)
        state = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
        )
    except ProcessLookupError:
        return False
    return not state.stdout.strip().startswith("Z") and bool(state.stdout.strip())
