"""Sites on this machine that answer as a test tells them to, byte by byte."""

import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from common.net import FetchRules

Answer = bytes | Iterable[bytes]


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    path: str
    headers: dict[str, str]


@dataclass
class Site:
    """Answers each path with `pages[path]`, everything else with 404. Remembers what was asked."""

    port: int
    pages: dict[str, Answer | Callable[[], Answer]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    names_said: list[str | None] = field(default_factory=list)
    else_answer: Answer = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"

    def address(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The address of a page here."""
        return f"{scheme}://{host}:{self.port}{path}"

    def rules(self, *ports: int, **changed: Any) -> FetchRules:
        """Rules under which this site, and others at `ports`, may be read."""
        values: dict[str, Any] = {
            "ports": frozenset({self.port, *ports}),
            "allowed_addresses": frozenset({"127.0.0.1"}),
            "look_up": lambda host, port: ["127.0.0.1"],
            "robots": False,
        }
        return FetchRules(**{**values, **changed})

    def answer_to(self, asked: Asked) -> Iterator[bytes]:
        """The bytes to send."""
        self.asked.append(asked)
        page = self.pages.get(asked.path, self.else_answer)
        answer = page() if callable(page) else page
        yield from [answer] if isinstance(answer, bytes) else answer

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [each.path for each in self.asked]


def page(content: bytes = b"words", *headers: str, status: str = "200 OK") -> bytes:
    """A whole answer with its length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + content


def redirect(location: str, status: str = "302 Found") -> bytes:
    """An answer that leads elsewhere."""
    return page(b"", f"Location: {location}", status=status)


def slowly(data: bytes, pause: float, size: int = 1) -> Iterator[bytes]:
    """A bit of the data at a time."""
    for start in range(0, len(data), size):
        yield data[start : start + size]
        time.sleep(pause)


@contextmanager
def open_site(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that is there until the block ends; over https with a `context`."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.site = Site(server.server_address[1])
        server.context = context
        if context:
            context.sni_callback = lambda sock, name, _: server.site.names_said.append(name)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server.site
        finally:
            server.shutdown()
            thread.join()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    site: Site
    context: ssl.SSLContext | None


class _Handler(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        with suppress(OSError):
            self.request.settimeout(10)
            if self.server.context:
                self.request = self.server.context.wrap_socket(self.request, server_side=True)
            with self.request, self.request.makefile("rb") as reading:
                self._answer(reading)

    def _answer(self, reading: Any) -> None:
        first = reading.readline().decode("ascii").split()
        if not first:
            return
        headers = {}
        while line := reading.readline().strip().decode("ascii"):
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        for piece in self.server.site.answer_to(Asked(first[1], headers)):
            self.request.sendall(piece)
