"""How much a flag counts, and what a comment's flags add up to. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

# What the flags of somebody who never flagged before count.
NEW_WEIGHT = 1.0
# Of a guest nobody knows how often they were right, and their network may change under them.
GUEST_WEIGHT = 0.5
# Three new members, two who were right often, or guests of five networks: one angry person is none
# of these.
HIDES_FROM = 2.5


def weight(upheld: int, declined: int) -> float:
    """What a member's flag counts, from 0 to 2, by how often moderators agreed with them.

    The mean of a Beta distribution that begins with one agreement and one disagreement (the rule
    of succession, Laplace 1774), times two, so that somebody new counts as one.

    >>> weight(0, 0), weight(8, 0), weight(0, 8)
    (1.0, 1.8, 0.2)
    """
    return 2 * NEW_WEIGHT * (upheld + 1) / (upheld + declined + 2)


def add_up(flags: Iterable[tuple[str, str, float]]) -> dict[str, float]:
    """Weights by reason, of flags given as sender, reason and weight. A sender counts once.

    >>> add_up([("a", "attack", 1.0), ("a", "selling", 1.0), ("b", "attack", 0.5)])
    {'attack': 1.5}
    """
    weights: dict[str, float] = defaultdict(float)
    counted = set()
    for sender, reason, weight in flags:
        if sender not in counted:
            counted.add(sender)
            weights[reason] += weight
    return dict(weights)


def hides(weights: Iterable[float]) -> bool:
    """Whether the open flags of a comment hide it until a moderator has read it."""
    return sum(weights) >= HIDES_FROM


def heaviest(weights: Mapping[str, float]) -> str:
    """The reason that weighs most; of equal ones the first in the alphabet."""
    return min(weights, key=lambda reason: (-weights[reason], reason))
