"""Uploaded files on their way into a run."""

import os
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from articles.importing.archives import is_packed
from articles.importing.reading import MAX_FILE_BYTES
from common.text import one_line
from community.desk.runs.actions import Upload

NAME_MAX = 200  # characters of a file name: what file systems allow, and a line can show
FILES_MAX = 50  # files of one form; who has more packs them
# Read at once, while whoever uploaded them waits; what is larger is the worker's.
READ_AT_ONCE_BYTES = 512 * 1024
HEAD_BYTES = 8  # enough to know an archive by


class SizeLimit(FileUploadHandler):
    """Lets nothing of a file through beyond `MAX_FILE_BYTES`; the rest is read and forgotten.

    Stands before the handlers that keep a file, so that a huge one fills no disk.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.received = 0
        self.was_exceeded = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """The limit is one of each file."""
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand on what fits."""
        self.received += len(raw_data)
        if self.received > MAX_FILE_BYTES:
            self.was_exceeded = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """The handlers after this one keep the file."""
        return None


def upload_of(file: "UploadedFile[bytes]") -> Upload:
    """An uploaded file with a name that can be shown."""
    name = one_line(os.path.basename(file.name or ""))[-NAME_MAX:] or "document"
    return Upload(name, file.chunks())


def is_read_at_once(files: "Sequence[UploadedFile[bytes]]") -> bool:
    """Whether somebody can wait for it: little, and nothing packed, which may be much."""
    if sum(file.size or 0 for file in files) > READ_AT_ONCE_BYTES:
        return False
    return not any(is_packed(head_of(file)) for file in files)


def head_of(file: "UploadedFile[bytes]") -> bytes:
    """The first bytes of a file, which is then where it was."""
    head: bytes = file.read(HEAD_BYTES)
    file.seek(0)
    return head
