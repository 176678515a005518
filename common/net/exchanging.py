"""One question to one server, and its answer."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError

from common.net.connecting import connect
from common.net.contents import broken, read_content
from common.net.deadline import Deadline
from common.net.retrying import seconds_to_wait
from common.net.rules import FetchRules
from common.net.targets import Target
from common.net.timed_socket import MAX_HEADER_BYTES, TimedSocket

_PARTIAL = 206

# Bytes on the wire for a byte of content: sending in very small chunks needs more of them,
# and so does a server that sends nothing but the beginnings of chunks.
_WIRE = 2

_ASK_LATER = frozenset({429, 503})


@dataclass(frozen=True)
class Answer:
    """Of an answer other than 2xx the content is not read and empty here."""

    status: int
    headers: Mapping[str, str]
    content: bytes = b""

    @property
    def is_success(self) -> bool:
        """2xx, but not a part of a page, which nobody asked for."""
        return _is_success(self.status)

    @property
    def location(self) -> str:
        """Where a redirect leads, as it was written; often in UTF-8, although it should not."""
        written = self.headers.get("location", "").strip(" ")
        try:
            return written.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return written

    @property
    def retry_after(self) -> float | None:
        """The seconds that a site which is too busy (429, 503) asks us to wait."""
        if self.status not in _ASK_LATER:
            return None
        return seconds_to_wait(self.headers.get("retry-after", ""), datetime.now(UTC))


def exchange(
    target: Target,
    addresses: list[str],
    headers: Mapping[str, str],
    *,
    max_bytes: int,
    rules: FetchRules,
    deadline: Deadline,
) -> Answer:
    """Ask for the target at one of its checked IP addresses. Follows and remembers nothing.

    Raises `FetchFailed` when there is no answer in time, or none that can be read.
    """
    with closing(connect(target, addresses, rules, deadline)) as sock:
        timed = TimedSocket(sock, deadline)
        try:
            response = _ask(target, {**_own_headers(target, rules), **headers}, timed)
            timed.allow(_WIRE * max_bytes + MAX_HEADER_BYTES)
            success = _is_success(response.status)
            content = read_content(response, max_bytes) if success else b""
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            raise broken() from error
        return Answer(response.status, response.headers, content)


def _own_headers(target: Target, rules: FetchRules) -> dict[str, str]:
    """No cookie, no Referer, and nothing that tells one reader or one site from another."""
    return {
        "Host": target.host_and_port,
        "User-Agent": rules.user_agent,
        "Accept": "text/html, application/atom+xml, application/rss+xml, */*;q=0.8",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _ask(target: Target, headers: Mapping[str, str], sock: TimedSocket) -> BaseHTTPResponse:
    """Through a connection that is there already, so no proxy and no second lookup comes in."""
    connection = HTTPConnection(target.host, target.port)
    connection.auto_open = 0
    connection.sock = sock
    connection.request(
        "GET", target.path, headers=headers, preload_content=False, decode_content=False
    )
    return connection.getresponse()


def _is_success(status: int) -> bool:
    return 200 <= status < 300 and status != _PARTIAL
