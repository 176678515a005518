"""Looking for words in everything that is kept: all tables of the database, its files, the cache, the folder."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connection

from community.members.sessions.engine import SessionStore
from community.members.sessions.models import Session
from tests.database_files import database_files


def found_in_tables(*words: str) -> list[str]:
    """Every table of the database that holds one of the words in any column, ours or not."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    return [f"{table}: {word}" for table in tables for word in words_in(rows_of(table), words)]


def rows_of(table: str) -> Iterator[str]:
    """The rows of a table as text; bytes as if each were a letter."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        for row in cursor.fetchall():
            yield " ".join(map(as_text, row))


def as_text(value: Any) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode("latin-1")
    return str(value)


def found_in_sessions(*words: str) -> list[str]:
    """What sessions hold; in their table it is packed."""
    packed = Session.objects.values_list("session_data", flat=True)
    return words_in((str(SessionStore().decode(each)) for each in packed), words)


def found_in_cache(*words: str) -> list[str]:
    """What the cache of this process holds; finished pages lie in it packed."""
    kept = getattr(cache, "_cache", {})
    return words_in((unpacked(value) for value in kept.values()), words)


def unpacked(value: bytes) -> str:
    """The bytes of an entry, and what comes of them where they hold something packed."""
    parts = [value.decode("latin-1")]
    for start in range(len(value) - 1):
        if value[start] in (0x78, 0x1F):
            for bits in (zlib.MAX_WBITS | 32,):
                try:
                    whole = zlib.decompressobj(bits).decompress(value[start:])
                except zlib.error:
                    continue
                parts.append(whole.decode("utf-8", "replace"))
    return " ".join(parts)


def found_in_files(folder: Path, *words: str) -> list[str]:
    """Files below a folder, and those of the database, that hold one of the words; archives are opened."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [
        *found_in_database_files(*words),
        *(f"{file.name}: {word}" for file in files for word in words_in(texts_of(file), words)),
    ]


def found_in_database_files(*words: str) -> list[str]:
    """Files of the database that hold one of the words; none where the database has a server."""
    held = database_files().items()
    return [f"{name}: {word}" for name, data in held for word in words_in(decoded(data), words)]


def texts_of(file: Path) -> Iterator[str]:
    """What a file holds, and each file in it where it is an archive."""
    yield from decoded(file.read_bytes())
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as packed:
            for name in packed.namelist():
                yield packed.read(name).decode("utf-8", "replace")


def decoded(data: bytes) -> tuple[str, str]:
    """Bytes as if each were a letter, and as what is most often written."""
    return data.decode("latin-1"), data.decode("utf-8", "replace")


def words_in(texts: Any, words: tuple[str, ...]) -> list[str]:
    """Which of the words stand in any of the texts; capitals do not count."""
    whole = [text.lower() for text in texts]
    return [word for word in words if any(word.lower() in text for text in whole)]


def found_anywhere(*words: str) -> list[str]:
    """All of it."""
    return [
        *found_in_tables(*words),
        *found_in_sessions(*words),
        *found_in_cache(*words),
        *found_in_files(Path(settings.DATA_DIR), *words),
    ]
