"""How many letters one network may ask for."""

from django.core.cache import cache

from community.threads.network import network_hash

LETTERS_AN_HOUR_FROM_ONE_PLACE = 20  # a ward shares an address
HOUR_SECONDS = 3600


def is_within_rate(address: str) -> bool:
    """Count the letters that a network asks for; one that says nothing about a person is not counted."""
    network = network_hash(address)
    if not network:
        return True
    key = f"community.erasures:{network}"
    cache.add(key, 0, HOUR_SECONDS)
    return cache.incr(key) <= LETTERS_AN_HOUR_FROM_ONE_PLACE
