"""Whose an imported comment was: a keyed hash of the address they left where they wrote it.

The address itself is never stored. Without SECRET_KEY nobody can try addresses against the hash;
with another SECRET_KEY the old hashes answer to nothing any more.
"""

from django.utils.crypto import salted_hmac

SALT = "community.threads.origins"


def origin_hash(email: str) -> str:
    """The hash of an address, however it was written; "" for what is no address.

    >>> origin_hash(" Ada@Example.org ") == origin_hash("ada@example.org")
    True
    """
    address = email.strip().casefold()
    if "@" not in address.strip("@"):
        return ""
    return salted_hmac(SALT, address, algorithm="sha256").hexdigest()
