"""How many letters one network may ask for."""

from community.threads.posting.network import is_within

LETTERS_AN_HOUR_FROM_ONE_PLACE = 20  # a ward shares an address
HOUR_SECONDS = 3600


def is_within_rate(address: str) -> bool:
    """Count the letters that a network asks for."""
    return is_within("erasures", address, most=LETTERS_AN_HOUR_FROM_ONE_PLACE, seconds=HOUR_SECONDS)
