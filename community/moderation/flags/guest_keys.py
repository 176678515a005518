"""What is stored to know a guest who flagged: where it came from, and which browser. Pure.

Two hashes in one key. The first is shared by everybody on a line that day, and is what counts;
the second belongs to one browser and one comment, and is what tells people apart.
"""

PART = 32  # hexadecimal digits of each, 128 bits


def join(network: str, browser: str) -> str:
    """The key of a guest."""
    return network[:PART].ljust(PART, "0") + browser[:PART]


def network_part(key: str) -> str:
    """What all who flag from one line have in common."""
    return key[:PART]


def browser_part(key: str) -> str:
    """What is known of one browser, for one comment only."""
    return key[PART:]
