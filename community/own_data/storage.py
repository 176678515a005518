"""Where erased bytes could still lie: free pages, the write-ahead log, the index, letters in a folder."""

import email
import email.policy
import re
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import getaddresses
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection

from community.members.signing_in.mail import MOVED_TO
from community.notifications.follows.reading import BY_PERSON, TO_COMMENT
from community.notifications.letters.items import IN_CONVERSATION, SAID
from community.own_data.names import Kind, Names
from community.own_data.registry.fields import FIELDS

# Rewrites the full-text index of SQLite: what was deleted from it stays in old parts until then.
OPTIMIZE = "INSERT INTO articles_search_text (articles_search_text) VALUES ('optimize')"
POLICY = email.policy.default
# How our letters begin a line that names somebody; what people wrote is set in.
SENTENCES = ("Hello {name},", *SAID.values(), *IN_CONVERSATION.values(), BY_PERSON, TO_COMMENT)
NAMING = [sentence for sentence in SENTENCES if "{name}" in sentence]


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


def scrub_files(
    addresses: Sequence[str], names: Names | None = None, links: Sequence[str] = ()
) -> int:
    """Delete letters in the folder that went to a person or say something about them; returns how many.

    A letter goes that was written to one of the addresses, or to one that the account had before; that holds an
    address or one of the links; or that has one of the names. Where a name is a word of every day, too, that is
    where our letters write names, and where it plainly names somebody.
    """
    names = names or Names()
    letters = {
        file: email.message_from_bytes(file.read_bytes(), policy=POLICY) for file in letter_files()
    }
    own = with_earlier(addresses, list(letters.values()))
    gone = [file for file, letter in letters.items() if concerns(letter, own, names, links)]
    for file in gone:
        file.unlink(missing_ok=True)
    return len(gone)


def with_earlier(addresses: Sequence[str], letters: Sequence[EmailMessage]) -> set[str]:
    """The addresses, and those that accounts had before them: their letters say where the account moved."""
    own = {address.lower() for address in addresses if address}
    moved = [(receivers(each), str(each.get(MOVED_TO, "")).lower()) for each in letters]
    before: set[str] = set()
    while own - before:
        before = set(own)
        own = own.union(*(to for to, now in moved if now in before))
    return own


def concerns(letter: EmailMessage, own: set[str], names: Names, links: Sequence[str]) -> bool:
    """Whether a letter went to these addresses, or holds one of them, of the links or of the names."""
    if receivers(letter) & own:
        return True
    text = words_of(letter)
    if any(
        re.search(rf"(?<![\w.+-]){re.escape(each)}(?![\w-])", text, re.IGNORECASE) for each in own
    ):
        return True
    return any(link in text for link in links) or names_somebody(text, names)


def names_somebody(text: str, names: Names) -> bool:
    """Whether a letter has one of these names, as our letters put names or as people write them."""
    words = [name.text for name in names.all if name.kind == Kind.WORD]
    ours = [re.escape(sentence.format(name=word)) for word in words for sentence in NAMING]
    begun = rf"^(?:{'|'.join(ours)})(?!\w)"
    return names.are_in(text) or bool(ours and re.search(begun, text, re.MULTILINE))


def receivers(letter: EmailMessage) -> set[str]:
    """The addresses that a letter was written to."""
    heads = [str(value) for value in letter.get_all("To", [])]
    return {address.lower() for _, address in getaddresses(heads)}


def words_of(letter: EmailMessage) -> str:
    """The subject and the words of a letter."""
    texts = [str(letter.get("Subject", ""))]
    for part in letter.walk():
        if part.get_content_type() == "text/plain":
            payload = part.get_payload(decode=True)
            texts.append(payload.decode("utf-8", "replace") if isinstance(payload, bytes) else "")
    return "\n".join(texts)
