"""Whether a host only looks like a well-known one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from community.screening.link_hosts.known_hosts import (
    BORROWED,
    GUARDED_ENDINGS,
    HEALTH_WORDS,
    KNOWN,
    LONG_ENDINGS,
    NAMES_OF_THEIR_OWN,
    STAND_INS,
)

# Shorter names have too many honest neighbours ("nih" and "nhs").
LETTERS_OF_A_NAME = 6
HOST_MAX = 253  # characters that a host can have (RFC 1035)

# What the eye takes for another letter (the everyday part of Unicode's confusables, UTS #39).
PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("nn", "m"))
DIGITS = str.maketrans("013457", "oleast")
LETTERS = str.maketrans("ij", "ll")
INSIDE_DIGIT = re.compile(r"(?<=[a-z])[01345](?=[a-z])")
PARTS = range(2, 5)  # how many parts the addresses have
SPLIT = re.compile(r"[.-]+")


def registered_name(host: str) -> str:
    """The part of a host that somebody had to register.

    >>> registered_name("www.guysandstthomas.nhs.uk"), registered_name("a.b.example.org")
    ('guysandstthomas.nhs.uk', 'example.org')
    """
    labels = host.split(".")
    length = 3 if ".".join(labels[-2:]) in LONG_ENDINGS else 2
    return ".".join(labels[-length:])


def is_known(host: str, own: Iterable[str] = ()) -> bool:
    """Whether a host is one of the well-known ones, or of ours, or lies below one."""
    labels = host.split(".")
    above = {".".join(labels[place:]) for place in range(len(labels))}
    return not above.isdisjoint(KNOWN) or not above.isdisjoint(own)


def looks_like_another(host: str, own: tuple[str, ...] = ()) -> bool:
    """Whether a host is made to be taken for a well-known one, or for this site (`own`)."""
    host = host[:HOST_MAX].rstrip(".")
    if "." not in host or is_known(host, own) or host.endswith(_STAND_INS):
        return False
    name = registered_name(host).partition(".")[0]
    return (
        _holds_a_whole_address(host, own)
        or _looks_like(name, _names(own), any_ending=True)
        or _looks_like(name, _names(tuple(NAMES_OF_THEIR_OWN)), any_ending=False)
        or not BORROWED.isdisjoint(_all_but_the_whole(name))
        or _hides_a_word(name)
    )


_STAND_INS = tuple(f".{ending}" for ending in (*STAND_INS, *GUARDED_ENDINGS))


@dataclass(frozen=True, slots=True)
class Names:
    """Names as they are registered, without their endings, in the forms they are found by."""

    plain: frozenset[str]
    seen: frozenset[str]
    slips: frozenset[str]


@lru_cache(maxsize=8)  # ours, and the well-known ones
def _names(hosts: tuple[str, ...]) -> Names:
    plain = {registered_name(host).partition(".")[0] for host in hosts if _is_a_name(host)}
    long = [name for name in plain if len(name) >= LETTERS_OF_A_NAME]
    return Names(
        frozenset(plain),
        frozenset(map(_skeleton, plain)),
        frozenset(slip for name in long for slip in _slips(name)),
    )


def _is_a_name(host: str) -> bool:
    """Not "localhost", an address of numbers, or one of the names set aside for examples."""
    name, _, ending = registered_name(host).partition(".")
    return bool(ending) and not ending.isdigit() and name != "example"


@lru_cache(maxsize=8)
def _addresses(own: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(SPLIT.split(host)) for host in (*KNOWN, *filter(_is_a_name, own)))


def _holds_a_whole_address(host: str, own: tuple[str, ...]) -> bool:
    """ "nhs-uk.co", "who.int.donate.example": its parts stand in another host, in their order.

    Not where a country's ending only follows: "arthritis.org.uk" is registered in one piece.
    """
    parts, registered = tuple(SPLIT.split(host)), registered_name(host)
    runs = {parts[start : start + size] for size in PARTS for start in range(len(parts))}
    return any(not registered.startswith(".".join(run) + ".") for run in runs & _addresses(own))


def _looks_like(name: str, names: Names, *, any_ending: bool) -> bool:
    """ "rnayoclinic", "heathline", "mayo-clinic". The same name may have another ending elsewhere."""
    plain = name.replace("-", "")
    if name in names.plain:
        return any_ending
    if plain in names.plain or _skeleton(plain) in names.seen:
        return True
    return len(plain) >= LETTERS_OF_A_NAME and not _slips(plain).isdisjoint(names.slips)


def _all_but_the_whole(name: str) -> list[str]:
    """The parts of a name with hyphens: "nhs-appointments" borrows the name of another."""
    parts = name.split("-")
    return parts if len(parts) > 1 else []


def _hides_a_word(name: str) -> bool:
    """ "fibr0myalgia-cure": a digit inside a word stands for a letter."""
    if not INSIDE_DIGIT.search(name):
        return False
    read = name.translate(DIGITS)
    forms = (read, read.replace("l", "i"), name.replace("1", "i").translate(DIGITS))
    return any(word in form and word not in name for word in HEALTH_WORDS for form in forms)


def _skeleton(name: str) -> str:
    """The name as a hurried eye sees it."""
    for pair, letter in PAIRS:
        name = name.replace(pair, letter)
    return name.translate(DIGITS).translate(LETTERS)


def _slips(name: str) -> frozenset[str]:
    """The name, and the name less each of its letters: what shares one is one slip away.

    Deletion neighbourhoods (Mor and Fraenkel 1982): a letter changed, left out, added, or
    swapped with the next.
    """
    return frozenset({name, *(name[:i] + name[i + 1 :] for i in range(len(name)))})
