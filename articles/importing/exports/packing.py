"""Exports that were packed with gzip, unpacked no further than an export may be large."""

import zlib

from articles.importing.exports import limits
from articles.importing.records import ParseError

_MARK = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS


def unpacked(data: bytes) -> bytes:
    """Give the content of a packed export, and what is not packed as it is.

    Raises ParseError for an export over its limit, packed or unpacked, and for a damaged one.
    """
    limits.check_size(data)
    if not data.startswith(_MARK):
        return data
    parts, left = [], limits.MAX_EXPORT_BYTES + 1
    while data.startswith(_MARK) and left > 0:
        unpacker = zlib.decompressobj(_GZIP)
        parts.append(_unpack(unpacker, data, left))
        left -= len(parts[-1])
        if left > 0 and not unpacker.eof:
            raise _damaged()
        data = unpacker.unused_data
    whole = b"".join(parts)
    limits.check_size(whole)
    return whole


def unpacked_head(data: bytes, length: int) -> bytes:
    """Give the first bytes of the content, to look at; b"" where they are damaged."""
    if not data.startswith(_MARK):
        return data[:length]
    try:
        return zlib.decompressobj(_GZIP).decompress(data[: 4 * length], length)
    except zlib.error:
        return b""


def _unpack(unpacker: "zlib._Decompress", data: bytes, most: int) -> bytes:
    try:
        return unpacker.decompress(data, most)
    except zlib.error as error:
        raise _damaged() from error


def _damaged() -> ParseError:
    return ParseError("This packed export is damaged or cut off; export it again.")
