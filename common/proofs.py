"""Proofs made from a secret: whoever shows one was given it by us. Pure.

A proof is an HMAC (RFC 2104) with a key of its own for each purpose, so that the proof for one thing opens no
other. The first of several secrets makes proofs; those made from an earlier one are true as long as it is
listed.
"""

import hashlib
import hmac
import secrets as chance
from collections.abc import Sequence

PROOF_LENGTH = 32  # hexadecimal digits, 128 bits
KEY_DIGITS_MAX = 18  # more digits than any key of a row has


def new_salt() -> str:
    """What makes the proofs of one row unlike those of any other; a new one makes earlier proofs false."""
    return chance.token_hex(16)


def digest(purpose: str, value: str, secret: str) -> str:
    """Forty hexadecimal digits, as `salted_hmac` of Django makes them."""
    key = hashlib.sha1(purpose.encode() + secret.encode(), usedforsecurity=False).digest()
    return hmac.new(key, value.encode(), hashlib.sha1).hexdigest()


def proof(purpose: str, value: str, secrets: Sequence[str], *, length: int = PROOF_LENGTH) -> str:
    """The proof of a value, from the first of the secrets."""
    return digest(purpose, value, secrets[0])[:length]


def is_proof(
    given: str, purpose: str, value: str, secrets: Sequence[str], *, length: int = PROOF_LENGTH
) -> bool:
    """Whether a proof is true under one of the secrets.

    >>> is_proof(proof("door", "17", ["old"]), "door", "17", ["new", "old"])
    True
    """
    made = (proof(purpose, value, [secret], length=length) for secret in secrets)
    return any(hmac.compare_digest(each.encode(), given.encode()) for each in made)


def row_token(purpose: str, key: int, salt: str, secrets: Sequence[str]) -> str:
    """What stands in the link of a row: its key and the proof, for example `17-5f0c…`."""
    return f"{key}-{proof(purpose, f'{key}:{salt}', secrets)}"


def row_key(token: str) -> int | None:
    """The key that a token names; nothing is proven by it yet.

    >>> row_key("17-5f0c"), row_key("x-5f0c"), row_key("17x")
    (17, None, None)
    """
    number = token.partition("-")[0]
    if not (number.isascii() and number.isdecimal()) or len(number) > KEY_DIGITS_MAX:
        return None
    return int(number)


def is_row_token(token: str, purpose: str, key: int, salt: str, secrets: Sequence[str]) -> bool:
    """Whether a token is a true one of the row."""
    number, dash, given = token.partition("-")
    made_for = number == str(key) and bool(dash)
    return made_for and is_proof(given, purpose, f"{key}:{salt}", secrets)
