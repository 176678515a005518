"""Which encoding a page is in that does not say so: by its language, then by its bytes.

Latin letters tell little apart: without another hint such a page is Windows-1252, as in browsers.
"""

import re

from charset_normalizer import from_bytes

from articles.importing.pages.labels import KNOWN, codecs_of_language

# Enough words to tell languages apart; guessing tries some thirty encodings on all of it.
SAMPLE_BYTES = 12_000
# In a long page only the beginning is looked through for words.
_LOOKED_THROUGH_BYTES = 400_000
_USUAL = "cp1252"
_CYRILLIC = ["cp1251", "koi8_u", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic"]
_MIDDLE_EUROPEAN = ["cp1250", "iso8859_2"]
_LATIN = frozenset(
    "cp1250 cp1252 cp1254 cp1257 cp1258 mac_roman iso8859_2 iso8859_3 iso8859_4 iso8859_10"
    " iso8859_13 iso8859_14 iso8859_15 iso8859_16".split()
)
# The most frequent letters of languages in Cyrillic; in the wrong encoding they are rare ones.
_FREQUENT = frozenset("оеаинтсрвл")
# Signs that a wrong table puts where letters of middle Europe stand.
_IN_WORDS = re.compile(r"(?<=[a-z])[¹²³¿¡¾½¼±¶¤¦¬¨¸](?=[a-z])|(?<= )[¿¾½¼¹³](?=[a-z])")

_LANGUAGE = re.compile(rb"""<html\s[^>]{0,400}?lang\s*=\s*["']?([A-Za-z-]{2,10})""", re.IGNORECASE)
_CODE = re.compile(rb"<(script|style)\b.*?(?:</\1|\Z)|<[^<>]{0,4000}>", re.IGNORECASE | re.DOTALL)
_TELLING = re.compile(rb"[\x80-\xff]")
# In bytes, what is taken of the words before and behind one that is not ASCII.
_BEFORE, _BEHIND = 60, 200


def guess(data: bytes) -> str:
    """Give the codec that a page in no declared encoding is most likely in."""
    named = _LANGUAGE.search(data[:SAMPLE_BYTES])
    sample = _sample(data)
    for codec in codecs_of_language(named[1].decode("ascii")) if named else []:
        codec = _among_neighbours(sample, codec)
        if _reads(data, codec):
            return codec
    best = from_bytes(sample, steps=3, cp_isolation=KNOWN).best()
    if best is None or best.encoding in _LATIN:
        return _latin(sample)
    codec = _among_neighbours(sample, best.encoding)
    return codec if _reads(data, codec) else _USUAL


def _among_neighbours(sample: bytes, codec: str) -> str:
    """Give the codec for the same letters that makes the most sense of the sample."""
    if codec in _CYRILLIC:
        return max(
            _CYRILLIC, key=lambda each: sum(letter in _FREQUENT for letter in _read(sample, each))
        )
    if codec in _MIDDLE_EUROPEAN:
        return max(_MIDDLE_EUROPEAN, key=lambda each: sum(map(str.isalpha, _read(sample, each))))
    return codec


def _cyrillic_sense(text: str) -> int:
    return sum((letter in _FREQUENT) + letter.isalpha() for letter in text)


def _latin(sample: bytes) -> str:
    """Give the usual encoding, unless it puts signs such as "¹" into words."""
    odd = len(_IN_WORDS.findall(_read(sample, _USUAL)))
    is_foreign = odd * 20 > len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    return _among_neighbours(sample, "cp1250") if is_foreign else _USUAL


def _sample(data: bytes) -> bytes:
    """Give words of the page around those that are not ASCII."""
    words = _CODE.sub(b"\n", data[:_LOOKED_THROUGH_BYTES])
    pieces: list[bytes] = []
    taken = 0
    while len(pieces) * _BEHIND < SAMPLE_BYTES and (found := _TELLING.search(words, taken)):
        start, taken = max(taken, found.start() - _BEFORE), found.start() + _BEHIND
        pieces.append(words[start:taken])
    return b"\n".join(pieces)


def _read(sample: bytes, codec: str) -> str:
    return sample.decode(codec, "ignore")


def _reads(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
