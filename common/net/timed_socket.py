"""A socket that is read until the deadline, however slowly the other side sends."""

import io
import socket
from typing import Any

from common.net.deadline import Deadline
from common.net.errors import FetchFailed

# Status line and headers together, about what servers themselves accept of a browser.
MAX_HEADER_BYTES = 64 * 1024


class TimedSocket:
    """What `http.client` needs of a socket. The timeout is set anew before each call.

    Whoever made the real socket closes it: `close` here does nothing, because `http.client`
    calls it while the content is still being read.
    """

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock = sock
        self._deadline = deadline
        self._reading = _TimedReading(sock, deadline)

    def sendall(self, data: Any) -> None:
        """Send everything. Raises `FetchFailed` when time is over, OSError when it breaks."""
        self._sock.settimeout(self._deadline.left())
        try:
            self._sock.sendall(data)
        except TimeoutError:
            raise self._deadline.passed() from None

    def makefile(self, mode: str) -> io.BufferedReader:
        """What the other side sends, as a file."""
        return io.BufferedReader(self._reading)

    def allow(self, max_bytes: int) -> None:
        """From now on so many bytes may come in; before that, `MAX_HEADER_BYTES`."""
        self._reading.room = max_bytes

    def settimeout(self, seconds: object) -> None:
        """Nothing: the deadline is the only timeout."""

    def close(self) -> None:
        """Nothing: see above."""


class _TimedReading(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock = sock
        self._deadline = deadline
        self.room = MAX_HEADER_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self.room <= 0:
            raise FetchFailed("The site's answer cannot be read. Try again later.")
        self._sock.settimeout(self._deadline.left())
        try:
            size = self._sock.recv_into(buffer)
        except TimeoutError:
            raise self._deadline.passed() from None
        self.room -= size
        return size
