"""What is compared: the words of an article as a reader sees them. Pure."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from common.text import fold, words


@dataclass(frozen=True, slots=True)
class Document:
    """An article as plain text, paragraphs parted by empty lines. `dated_at` is None if unknown."""

    title: str
    standfirst: str
    text: str
    dated_at: datetime | None = None

    @property
    def body(self) -> str:
        """Standfirst and text. Headlines are often written with Capitals, so names are no sign."""
        return f"{self.standfirst}\n\n{self.text}"


def plain_words(text: str) -> list[str]:
    """The words for comparison, each without capitals, accents and the sort of apostrophe."""
    return words(fold(text).replace("\u2019", "'"))


def key_of(kind: str, text: str) -> int:
    """A number of 63 bits for a trait: the same on every machine and in every database."""
    digest = hashlib.blake2b(f"{kind}:{text}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
