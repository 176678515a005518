"""What is packed: the documents in a zip archive, and a single one that was gzipped. Pure.

The limits hold for what really comes out, not for what an archive says of itself.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from articles.importing.records import ParseError

# An export of a large site in parts, with the pictures that nobody reads here.
MAX_MEMBERS = 10_000
# Five of the largest exports there are.
MAX_UNPACKED_BYTES = 500 * 1024 * 1024
MAX_NAME = 200  # characters of a name that is shown

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_STEP = 256 * 1024  # bytes unpacked before they are counted
_ENCRYPTED = 0x1


def is_archive(data: bytes) -> bool:
    """Whether the document is a zip archive."""
    return data.startswith(_ZIP)


def is_gzipped(data: bytes) -> bool:
    """Whether the document is a gzip stream."""
    return data.startswith(_GZIP)


def is_packed(data: bytes) -> bool:
    """Whether it holds more than it shows."""
    return is_archive(data) or is_gzipped(data)


def read_archive(
    data: bytes, endings: tuple[str, ...], most: int
) -> Iterator[tuple[str, bytes | ParseError]]:
    """Name and bytes of the documents with one of the endings, at most `most` bytes each.

    One that cannot be unpacked comes as the ParseError that says why. Raises ParseError for an
    archive that is broken, or too large in all. Nothing is ever written under a name in it.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = [one for one in archive.infolist() if _is_document(one, endings)]
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
        raise ParseError("This archive is damaged; pack it again and try once more.") from error
    if len(members) > MAX_MEMBERS:
        raise ParseError(f"This archive holds more than {MAX_MEMBERS:,} documents; give parts.")
    left = MAX_UNPACKED_BYTES
    for member in members:
        name = member.filename.replace("\\", "/")[-MAX_NAME:]
        try:
            unpacked = _unpacked(archive, member, min(most, left))
        except ParseError as error:
            if left < most:
                raise ParseError(
                    f"Unpacked, this archive has more than {MAX_UNPACKED_BYTES // 1024 // 1024} "
                    "MB; give parts of it."
                ) from error
            yield name, error
            continue
        left -= len(unpacked)
        yield name, unpacked


def gunzip(data: bytes, most: int) -> bytes:
    """The unpacked bytes of a gzip stream, at most `most`. Raises ParseError."""
    unpacker = zlib.decompressobj(wbits=31)
    pieces, size, rest = [], 0, data
    try:
        while rest and not unpacker.eof:
            piece = unpacker.decompress(rest, _STEP)
            rest = unpacker.unconsumed_tail
            size += len(piece)
            if size > most:
                raise _too_large(most)
            pieces.append(piece)
            if not piece and not rest:
                break
    except zlib.error as error:
        raise ParseError("This file is damaged; pack it again and try once more.") from error
    if not unpacker.eof:
        raise ParseError("This file ends in the middle; copy it again and try once more.")
    return b"".join(pieces)


def _is_document(member: zipfile.ZipInfo, endings: tuple[str, ...]) -> bool:
    parts = member.filename.replace("\\", "/").split("/")
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in parts if part not in (".", ".."))
    return not member.is_dir() and not is_hidden and parts[-1].lower().endswith(endings)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    if member.flag_bits & _ENCRYPTED:
        raise ParseError("It is encrypted; pack it without a password and try again.")
    pieces, size = [], 0
    try:
        with archive.open(member) as file:
            while piece := file.read(_STEP):
                size += len(piece)
                if size > most:
                    raise _too_large(most)
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise ParseError("It is damaged in the archive; pack it again.") from error
    except (RuntimeError, ValueError) as error:  # how zipfile says that it cannot
        raise ParseError("It cannot be unpacked here; pack it as an ordinary zip.") from error
    return b"".join(pieces)


def _too_large(most: int) -> ParseError:
    return ParseError(f"Unpacked, it is larger than {most // 1024 // 1024} MB; give parts of it.")
