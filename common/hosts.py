"""Host names: which ones can exist, and how to show them without being fooled."""

import ipaddress
import unicodedata

from common.text import fold

# What the internet's directory of names can hold (RFC 1035).
MAX_HOST_LENGTH = 253
MAX_LABEL_LENGTH = 63

# Past this letter, Latin holds look-alikes (small capitals, phonetic signs) rather than the
# alphabets that people write in.
_LAST_EVERYDAY_LATIN = "\u024f"

_ENCODED = "xn--"


def clean_host(host: str) -> str | None:
    """A host name or address in small letters, or None when no such host can exist.

    An IPv6 address comes and goes in square brackets; numbers must be a plain IPv4 address.
    """
    if host.startswith("["):
        address = _clean_ip(host[1:-1], ipaddress.IPv6Address)
        return f"[{address}]" if address else None
    host = unicodedata.normalize("NFKC", host[: MAX_HOST_LENGTH + 2]).lower().removesuffix(".")
    labels = host.split(".")
    if len(host) > MAX_HOST_LENGTH or not all(map(_is_label, labels)):
        return None
    if labels[-1].isdigit() or labels[-1].startswith("0x"):
        return _clean_ip(host, ipaddress.IPv4Address)
    return host


def shown_host(host: str) -> str:
    """A clean host as a reader should see it: letters where they are safe, else "xn--..."."""
    labels = host.split(".")
    return ".".join(_shown_label(label, labels[-1]) for label in labels)


def _clean_ip(
    text: str, kind: type[ipaddress.IPv4Address] | type[ipaddress.IPv6Address]
) -> str | None:
    try:
        return str(kind(text))
    except ValueError:
        return None


def _is_label(label: str) -> bool:
    if not 0 < len(label) <= MAX_LABEL_LENGTH or not all(map(_belongs_in_host, label)):
        return False
    return not label.startswith(_ENCODED) or bool(_decoded(label))


def _belongs_in_host(character: str) -> bool:
    return character in "-_" or unicodedata.category(character)[0] in "LMN"


def _decoded(label: str) -> str:
    """The letters behind an "xn--" label, empty if it stands for none."""
    try:
        return label.removeprefix(_ENCODED).encode("ascii").decode("punycode")
    except UnicodeError:
        return ""


def _shown_label(label: str, last_label: str) -> str:
    is_encoded = label.startswith(_ENCODED)
    letters = _decoded(label) if is_encoded else label
    if letters.isascii() or (is_encoded and not _is_safe_to_show(letters, last_label)):
        return label
    if _is_safe_to_show(letters, last_label):
        return letters
    return _ENCODED + letters.encode("punycode").decode("ascii")


def _is_safe_to_show(letters: str, last_label: str) -> bool:
    """One script only, and no word that reads the same in Latin letters (after UTS #39)."""
    scripts = {_script(character) for character in letters if character.isalpha()}
    if len(scripts) != 1 or not all(map(_belongs_in_host, letters)):
        return False
    if scripts == {"LATIN"}:
        return max(letters) <= _LAST_EVERYDAY_LATIN
    return not (fold(letters).isascii() and last_label.isascii())


def _script(character: str) -> str:
    """The first word of the letter's Unicode name; the three Japanese scripts count as one."""
    script = unicodedata.name(character, "?").split()[0]
    return "CJK" if script in {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"} else script
