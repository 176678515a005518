"""Where erased bytes could still lie: free pages, the write-ahead log, the index, letters in a folder."""

import email
import email.policy
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection

from community.own_data.registry.fields import FIELDS

# Rewrites the full-text index of SQLite: what was deleted from it stays in old parts until then.
OPTIMIZE = "INSERT INTO articles_search_text (articles_search_text) VALUES ('optimize')"


def scrub_storage() -> None:
    """Make sure that what was deleted is gone from the files of the database, too.

    SQLite overwrites what it frees (`secure_delete`); the index is written anew, and the write-ahead log is
    emptied. PostgreSQL cleans the tables. Inside a transaction it does what can be done there.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(OPTIMIZE)
            if not connection.in_atomic_block:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    elif not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(f"VACUUM {', '.join(tables())}")


def tables() -> list[str]:
    """The tables of the registry: their rows held words, names or addresses."""
    return [apps.get_model(label)._meta.db_table for label in FIELDS]


def letter_files() -> list[Path]:
    """The letters in the folder for mail; none where mail goes to a server."""
    folder = getattr(settings, "EMAIL_FILE_PATH", None)
    if not folder or not Path(folder).is_dir():
        return []
    return [file for file in Path(folder).iterdir() if file.is_file()]


def forget_letter_files(*, before: datetime) -> int:
    """Delete the letters in the folder that were written before a moment; returns how many."""
    old = [file for file in letter_files() if file.stat().st_mtime < before.timestamp()]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def scrub_files(words: Sequence[str]) -> int:
    """Delete letters in the folder for mail that hold any of these words; returns how many."""
    gone = 0
    for file in letter_files():
        if holds(file.read_bytes(), words):
            file.unlink()
            gone += 1
    return gone


def holds(data: bytes, words: Sequence[str]) -> bool:
    """Whether a letter has one of the words in its head or its parts."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    texts = [str(value) for value in message.values()]
    for part in message.walk():
        if part.get_content_maintype() == "text":
            payload = part.get_payload(decode=True)
            texts.append(payload.decode("utf-8", "replace") if isinstance(payload, bytes) else "")
    whole = "\n".join(texts).lower()
    return any(word.lower() in whole for word in words if word)
