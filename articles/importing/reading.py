"""From what staff name (files, folders, archives, addresses) to the bytes of documents.

Limits come before reading. Addresses are fetched by `common.net.fetch` and by nothing else.

A source that cannot be read is a Problem, never an exception: the other sources still come in.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass

from articles.importing.archives import gunzip, is_gzipped, is_packed, read_archive
from articles.importing.exports.limits import MAX_EXPORT_BYTES
from articles.importing.formats import extensions
from articles.importing.records import ParseError
from common.net import NotFetched, fetch

# A folder with more is somebody's whole disk, given by mistake.
MAX_FOLDER_FILES = 10_000

# The largest that any format reads, and an archive of such.
MAX_FILE_BYTES = MAX_EXPORT_BYTES
# Of an archive in a folder; a single document has another ending.
PACKED = (".zip", ".gz")

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was found: what to name it by, its bytes, and where it was fetched."""

    name: str
    data: bytes
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that did not come in: where, the line if there is one, and what to do about it."""

    source: str
    line: int | None
    reason: str


def read_sources(sources: list[str]) -> Iterator[Document | Problem]:
    """Give the documents behind the sources, in order; in a folder sorted by name.

    Folders are read with all folders in them, for files with a known ending; hidden files and
    links to folders are passed over.
    """
    for source in sources:
        yield from _read_source(source)


def _read_source(source: str) -> Iterator[Document | Problem]:
    if _ADDRESS.match(source):
        yield from unpack(fetch_document(source))
    elif os.path.isdir(source):
        yield from _read_folder(source)
    else:
        yield from unpack(_read_file(source))


def fetch_document(address: str) -> Document | Problem:
    """The document behind a web address, or why there is none."""
    try:
        found = fetch(address)
    except NotFetched as trouble:
        return _problem(address, trouble.reason)
    return Document(found.address, found.content, found.address)


def unpack(found: Document | Problem) -> Iterator[Document | Problem]:
    """The document itself, or those that it is an archive of."""
    if isinstance(found, Problem) or not is_packed(found.data):
        yield found
        return
    try:
        yield from _unpacked(found)
    except ParseError as error:
        yield _problem(found.name, error.reason)


def _unpacked(found: Document) -> Iterator[Document | Problem]:
    if is_gzipped(found.data):
        unpacked = gunzip(found.data, MAX_FILE_BYTES)
        yield Document(found.name.removesuffix(".gz"), unpacked, found.address)
        return
    count = 0
    for name, data in read_archive(found.data, extensions(), MAX_FILE_BYTES):
        count += 1
        shown = f"{found.name}/{_shown(name)}"
        if isinstance(data, ParseError):
            yield _problem(shown, data.reason)
        else:
            yield Document(shown, data)
    if not count:
        endings = " or ".join(dict.fromkeys(extensions()))
        yield _problem(found.name, f"There are no documents ({endings}) in this archive.")


def too_large() -> str:
    """The sentence for a file that is larger than what is read."""
    return (
        f"This is larger than {MAX_FILE_BYTES // 1024 // 1024} MB, which is more than is read at "
        "once; give parts of it."
    )


def _read_folder(folder: str) -> Iterator[Document | Problem]:
    found = 0
    for entry in _walk(folder):
        found += 1
        if found > MAX_FOLDER_FILES:
            reason = f"The folder has more than {MAX_FOLDER_FILES:,} documents; give parts of it."
            yield _problem(folder, reason)
            return
        if isinstance(entry, Problem):
            yield entry
        else:
            yield from unpack(_read_file(entry))
    if not found:
        endings = " or ".join(dict.fromkeys(extensions()))
        yield _problem(folder, f"There are no documents ({endings}) in this folder; give another.")


def _walk(folder: str) -> Iterator[str | Problem]:
    """Give the paths of the documents in a folder, its own before those of the folders in it."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            with os.scandir(current) as entries:
                visible = sorted((e for e in entries if e.name[0] != "."), key=lambda e: e.name)
        except OSError as error:
            yield _problem(current, _why(error, "folder"))
            continue
        yield from (e.path for e in visible if not _is_folder(e) and _is_known(e.name))
        waiting += [e.path for e in reversed(visible) if _is_folder(e) and not e.is_symlink()]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle
        return False


def _is_known(name: str) -> bool:
    return name.lower().endswith((*extensions(), *PACKED))


def _read_file(path: str) -> Document | Problem:
    try:
        return _read(path)
    except OSError as error:
        return _problem(path, _why(error, "file"))
    except ValueError:  # a path with a NUL in it
        return _problem(path, "This is not the name of a file; check it and try again.")


def _read(path: str) -> Document | Problem:
    # Without O_NONBLOCK, opening a pipe nobody writes to waits for ever.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            return _problem(path, "This is not an ordinary file; give a file that holds text.")
        if about.st_size > MAX_FILE_BYTES:
            return _problem(path, too_large())
        data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:  # it grew, or has no size, as under /proc
        return _problem(path, too_large())
    return Document(_shown(path), data)


def _why(error: OSError, what: str) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is no such {what}; check the name and try again."
    if isinstance(error, PermissionError):
        return f"This {what} may not be read; ask its owner for leave and try again."
    return f"This {what} cannot be read ({error.strerror}); check it and try again."


def _problem(path: str, reason: str) -> Problem:
    return Problem(_shown(path), None, reason)


def _shown(path: str) -> str:
    """Give a path that can be printed, also where its name is not valid text."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
