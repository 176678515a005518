"""The content of an answer, decompressed bit by bit and never beyond its cap."""

import zlib
from collections.abc import Iterator

from urllib3 import BaseHTTPResponse

from common.net.errors import FetchFailed

_PIECE = 16 * 1024

# As zlib wants it said: the largest window, and gzip or zlib by the first bytes.
_GZIP_OR_ZLIB = zlib.MAX_WBITS + 32
_COMPRESSED = frozenset({"gzip", "x-gzip", "deflate"})
_PLAIN = frozenset({"", "identity"})


class TooLarge(FetchFailed):
    """There was more than the cap. `beginning` is what came before it."""

    def __init__(self, beginning: bytes, max_bytes: int) -> None:
        super().__init__(
            f"The page is larger than {max_bytes:,} bytes. Give the address of a smaller one."
        )
        self.beginning = beginning


def read_content(response: BaseHTTPResponse, max_bytes: int) -> bytes:
    """All of it. Raises `TooLarge`, reading no further, or `FetchFailed` where it is damaged.

    Both what was sent and what it becomes must stay within `max_bytes`.
    """
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in _COMPRESSED | _PLAIN:
        raise FetchFailed(
            "The site sent its page in a form that was not asked for. Tell its owner."
        )
    pieces = _capped(_received(response), max_bytes)
    if encoding in _PLAIN:
        return b"".join(pieces)
    return b"".join(_capped(_inflated(pieces), max_bytes))


def _received(response: BaseHTTPResponse) -> Iterator[bytes]:
    while piece := response.read(_PIECE, decode_content=False):
        yield piece


def _capped(pieces: Iterator[bytes], max_bytes: int) -> Iterator[bytes]:
    size, seen = 0, []
    for piece in pieces:
        size += len(piece)
        seen.append(piece)
        if size > max_bytes:
            raise TooLarge(b"".join(seen)[:max_bytes], max_bytes)
        yield piece


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """At most `_PIECE` bytes at a time. Several members may follow each other (RFC 1952)."""
    engine, has_begun = zlib.decompressobj(_GZIP_OR_ZLIB), False
    try:
        for piece in pieces:
            while piece:
                has_begun = True
                if engine.eof:
                    engine = zlib.decompressobj(_GZIP_OR_ZLIB)
                yield engine.decompress(piece, _PIECE)
                piece = engine.unconsumed_tail or engine.unused_data
        yield engine.flush()
    except zlib.error as error:
        raise broken() from error
    if has_begun and not engine.eof:
        raise broken()


def broken() -> FetchFailed:
    """The error for content that is damaged or ends too early."""
    return FetchFailed("The site's answer broke off or is damaged. Try again later.")
