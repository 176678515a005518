"""The IP addresses of a name: looked up once, and not waited for longer than there is time."""

import queue
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from common.net.deadline import Deadline
from common.net.errors import FetchFailed

_UNKNOWN = "No site of this name was found. Check how it is written, or try again later."


def look_up(host: str, port: int) -> list[str]:
    """What the system's resolver answers, in its order. Raises OSError when it has no answer."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def look_up_in_time(
    host: str, port: int, look_up: Callable[[str, int], list[str]], deadline: Deadline
) -> list[str]:
    """At least one IP address. Raises `FetchFailed` for unknown names and when time is over.

    The system's resolver cannot be interrupted, so it works in a thread that is left behind.
    """
    answers: queue.SimpleQueue[list[str]] = queue.SimpleQueue()

    def ask() -> None:
        found: list[str] = []
        try:
            with suppress(OSError, ValueError):
                found = look_up(host, port)
        finally:
            answers.put(found)

    threading.Thread(target=ask, daemon=True, name="look-up").start()
    try:
        found = answers.get(timeout=deadline.left())
    except queue.Empty:
        raise deadline.passed() from None
    if not found:
        raise FetchFailed(_UNKNOWN)
    return found
