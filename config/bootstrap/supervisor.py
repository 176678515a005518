"""The server and the worker beside it: started together, watched, and stopped together."""

import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import FrameType

from config.bootstrap.port import Address
from config.bootstrap.processes import start_group, stop_groups
from config.bootstrap.words import Trouble, name_exit, say

START_LOOK_SECONDS = 0.05
LOOK_SECONDS = 0.25
ANSWER_SECONDS = 2
# A start takes one or two seconds. After this long somebody wonders, so it is said.
SLOW_START_SECONDS = 20
# Pauses before the worker is started again: short at first, never longer than a minute.
FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0
# A worker that ran this long was well: the next pause is the short one again.
WELL_SECONDS = 60


class Ending:
    """Counts the times somebody asked for the end: Ctrl-C, `kill`, or a closed terminal."""

    def __init__(self) -> None:
        self.asked = 0

    def listen(self) -> None:
        """Listen from now on. Under `nohup`, a closed terminal stays no reason to end."""
        signals = [signal.SIGINT, signal.SIGTERM]
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signals.append(signal.SIGHUP)
        for number in signals:
            signal.signal(number, self._count)

    def _count(self, number: int, frame: FrameType | None) -> None:
        self.asked += 1

    @property
    def is_urgent(self) -> bool:
        """Asked twice: whoever asks does not want to wait for what is still being done."""
        return self.asked > 1


@dataclass
class Worker:
    """The background worker. It may die without taking the site with it; it comes back."""

    command: Sequence[str]
    environ: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    start_at: float = 0.0
    pause: float = FIRST_PAUSE_SECONDS

    def tend(self, now: float) -> None:
        """Start it when its time has come; when it died, set the time of its return."""
        if self.process is None:
            if now >= self.start_at:
                self.process, self.started = start_group(self.command, self.environ), now
        elif self.process.poll() is not None:
            self._plan_return(now, self.process.returncode)

    def _plan_return(self, now: float, code: int) -> None:
        if now - self.started >= WELL_SECONDS:
            self.pause = FIRST_PAUSE_SECONDS
        say(
            f"The background worker ended unexpectedly ({name_exit(code)}). "
            f"It is started again in {self.pause:g} s; the site goes on meanwhile."
        )
        self.process, self.start_at = None, now + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE_SECONDS)


def supervise(
    server: Sequence[str], worker: Worker, address: Address, when_ready: Callable[[], object]
) -> None:
    """Run server and worker until asked to stop; both are ended however this ends.

    `when_ready` is called once, when the site answers. Raises Trouble when the server ends by
    itself.
    """
    ending = Ending()
    ending.listen()
    serving = start_group(server, worker.environ)
    try:
        _wait_until_ready(serving, address, ending)
        when_ready()
        while not ending.asked:
            if serving.poll() is not None:
                raise Trouble(
                    f"The server ended unexpectedly ({name_exit(serving.returncode)}), "
                    "so everything was stopped. What it said last is above."
                )
            worker.tend(time.monotonic())
            time.sleep(LOOK_SECONDS)
        say("\nStopping ...")
    finally:
        stop_groups([serving, worker.process], hurry=lambda: ending.is_urgent)
    say("Stopped.")


def _wait_until_ready(serving: subprocess.Popen[bytes], address: Address, ending: Ending) -> None:
    wonder_at = time.monotonic() + SLOW_START_SECONDS
    while not ending.asked:
        if serving.poll() is not None:
            raise Trouble("The site could not be started. What went wrong is said above.")
        if _answers(address):
            say(f"Ready: {address.url}/   (Ctrl-C stops it)")
            return
        if time.monotonic() > wonder_at:
            say("The server takes unusually long to start. Still waiting ...")
            wonder_at = float("inf")
        time.sleep(START_LOOK_SECONDS)


def _answers(address: Address) -> bool:
    """Ask whether the site is alive. Any answer but a server error is a yes."""
    question = f"GET /healthz HTTP/1.1\r\nHost: {address.name}\r\nConnection: close\r\n\r\n"
    place = (address.reachable_host, address.port)
    try:
        with socket.create_connection(place, timeout=ANSWER_SECONDS) as connection:
            connection.sendall(question.encode("ascii"))
            answer = connection.recv(len(b"HTTP/1.1 200")).decode("latin-1")
    except OSError:
        return False
    return answer.startswith("HTTP/") and answer.split(" ")[-1] < "500"
