"""Which encoding a page is in that does not say so: by its language, then by its bytes."""

import re

from charset_normalizer import from_bytes

from articles.importing.pages.labels import KNOWN, codecs_of_language

# Enough words to tell languages apart; guessing tries some thirty encodings on all of it.
SAMPLE_BYTES = 12_000
# In a long page only the beginning is looked through for words.
_LOOKED_THROUGH_BYTES = 400_000
_USUAL = "cp1252"

_LANGUAGE = re.compile(rb"""<html\s[^>]{0,400}?lang\s*=\s*["']?([A-Za-z-]{2,10})""", re.IGNORECASE)
_CODE = re.compile(rb"<(script|style)\b.{0,200000}?</\1|<[^<>]{0,4000}>", re.IGNORECASE | re.DOTALL)
# The lines that hold something else than ASCII.
_TELLING = re.compile(rb"[^\n]{0,400}[\x80-\xff][^\n]{0,400}")


def guess(data: bytes) -> str:
    """Give the codec that a page in no declared encoding is most likely in."""
    named = _LANGUAGE.search(data[:SAMPLE_BYTES])
    for codec in codecs_of_language(named[1].decode("ascii")) if named else []:
        if _reads(data, codec):
            return codec
    best = from_bytes(_sample(data), steps=3, cp_isolation=KNOWN).best()
    return best.encoding if best and _reads(data, best.encoding) else _USUAL


def _sample(data: bytes) -> bytes:
    words = _CODE.sub(b"\n", data[:_LOOKED_THROUGH_BYTES])
    return b"\n".join(_TELLING.findall(words))[:SAMPLE_BYTES]


def _reads(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
