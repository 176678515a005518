"""From what staff name (files, folders) to the bytes of documents, with limits before reading.

A source that cannot be read is a Problem, never an exception: the other sources still come in.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass

from articles.importing.formats import extensions
from articles.importing.plaintext.decoding import MAX_DOCUMENT_BYTES, too_large

# A folder with more is somebody's whole disk, given by mistake.
MAX_FOLDER_FILES = 10_000

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was found: the path to name it by, and its bytes."""

    name: str
    data: bytes


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
        yield _problem(
            source,
            "This is an address, and addresses are not read from here yet. "
            "Save the page as text and give the file.",
        )
    elif os.path.isdir(source):
        yield from _read_folder(source)
    else:
        yield _read_file(source)


def _read_folder(folder: str) -> Iterator[Document | Problem]:
    found = 0
    for entry in _walk(folder):
        found += 1
        if found > MAX_FOLDER_FILES:
            reason = f"The folder has more than {MAX_FOLDER_FILES:,} documents; give parts of it."
            yield _problem(folder, reason)
            return
        yield entry if isinstance(entry, Problem) else _read_file(entry)
    if not found:
        endings = " or ".join(extensions())
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
    return name.lower().endswith(extensions())


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
        if about.st_size > MAX_DOCUMENT_BYTES:
            return _problem(path, too_large())
        data = file.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:  # it grew, or has no size, as under /proc
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
