"""Uploaded documents, kept between the upload and the decision what becomes of them.

A document lies in a file under DATA_DIR, so that every server process finds it and the browser
never has to bring it back. It belongs to the member who uploaded it and is named after what is
in it: the same document again is the same file, and a second click finds what the first found.
It stays for a day, also when it was stored, because the second click may come after that.
"""

import hashlib
import os
import re
import tempfile
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from articles.importing.plaintext.decoding import MAX_DOCUMENT_BYTES
from articles.importing.reading import Document
from common.text import one_line

FOLDER = "uploads"
KEPT_SECONDS = 24 * 3600  # a preview left open over night is still there in the morning
NAME_MAX = 200  # characters of a file name: what file systems allow, and a line can show
KEY_LENGTH = 32

_KEY = re.compile(f"[0-9a-f]{{{KEY_LENGTH}}}")


class SizeLimit(FileUploadHandler):
    """Lets nothing of a file through beyond `MAX_DOCUMENT_BYTES`; the rest is read and forgotten.

    Stands before the handlers that keep a file, so that a huge one fills no disk.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.received = 0
        self.was_exceeded = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand on what fits."""
        self.received += len(raw_data)
        if self.received > MAX_DOCUMENT_BYTES:
            self.was_exceeded = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """The handlers after this one keep the file."""
        return None


def keep_upload(*, member_id: int, document: Document) -> str:
    """Keep a document for a day and return the key to find it by."""
    remove_old_uploads()
    content = document.name.encode() + b"\n" + document.data
    key = hashlib.sha256(content).hexdigest()[:KEY_LENGTH]
    folder = _folder(member_id)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, half_written = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(half_written, folder / key)
    return key


def find_upload(*, member_id: int, key: str) -> Document | None:
    """The document that the member uploaded under this key, as long as it is kept."""
    if not _KEY.fullmatch(key):
        return None
    try:
        name, _, data = (_folder(member_id) / key).read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    return Document(name.decode(), data)


def drop_upload(*, member_id: int, key: str) -> None:
    """Forget a document before its day is over."""
    if _KEY.fullmatch(key):
        (_folder(member_id) / key).unlink(missing_ok=True)


def remove_old_uploads() -> None:
    """Forget what was uploaded more than a day ago, by whomever."""
    limit = time.time() - KEPT_SECONDS
    for file in (Path(settings.DATA_DIR) / FOLDER).glob("*/*"):
        try:
            if file.stat().st_mtime < limit:
                file.unlink()
        except FileNotFoundError:  # another process was first
            continue


def read_upload(file: "UploadedFile[bytes]") -> Document:
    """The uploaded file with a name that can be shown."""
    name = one_line(os.path.basename(file.name or ""))[-NAME_MAX:] or "document.txt"
    return Document(name, file.read())


def _folder(member_id: int) -> Path:
    return Path(settings.DATA_DIR) / FOLDER / str(member_id)
