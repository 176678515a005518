"""Child processes that never outlive the bootstrap."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

PR_SET_PDEATHSIG = 1  # from linux/prctl.h
# Long enough for a request that is being answered, short enough for somebody who waits.
STOP_SECONDS = 12
STEP_SECONDS = 0.05


def succeeds(*command: str | Path) -> bool:
    """Run `command` silently and say whether it exists and ended well."""
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except OSError:
        return False
    return done.returncode == 0


def die_with_parent() -> Callable[[], None] | None:
    """Give a `preexec_fn` that has Linux end the child when this process dies in any way.

    Elsewhere it is None, and children end when they are stopped or notice it themselves.
    """
    if not sys.platform.startswith("linux"):
        return None
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def ask_for_signal() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # the parent died between the fork and this line
            os._exit(1)

    return ask_for_signal


def start_group(command: Sequence[str], environ: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start `command` in a process group of its own, out of reach of the terminal's Ctrl-C."""
    return subprocess.Popen(
        command,
        env=environ,
        stdin=subprocess.DEVNULL,
        process_group=0,
        preexec_fn=die_with_parent(),
    )


def run(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run `command` in the foreground, Ctrl-C included, and return its exit code."""
    return subprocess.run(
        command, env=environ, check=False, preexec_fn=die_with_parent()
    ).returncode


def stop_groups(
    processes: Iterable[subprocess.Popen[bytes] | None],
    *,
    seconds: float = STOP_SECONDS,
    hurry: Callable[[], bool] = lambda: False,
) -> None:
    """Ask every group to end, wait up to `seconds` or until `hurry()`, and then force the rest.

    A group is forced even when its first process is gone, for the sake of what it left behind.
    """
    groups = [process for process in processes if process is not None]
    for process in groups:
        _signal_group(process, signal.SIGTERM)
    deadline = time.monotonic() + seconds
    while any(process.poll() is None for process in groups):
        if hurry() or time.monotonic() > deadline:
            break
        time.sleep(STEP_SECONDS)
    for process in groups:
        _signal_group(process, signal.SIGKILL)
        process.wait()


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)
