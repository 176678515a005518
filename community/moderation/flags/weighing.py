"""How much a flag counts, and what a comment's flags add up to. Pure."""

from collections.abc import Iterable, Mapping

# What the flags of somebody who never flagged before count.
NEW_WEIGHT = 1.0
# A guest may come twice; nothing ties one flag of theirs to the next.
GUEST_WEIGHT = 0.5
# Three new members, two who were right often, or five guests: one angry person is none of these.
HIDES_FROM = 2.5


def weight(upheld: int, declined: int) -> float:
    """What a member's flag counts, from 0 to 2, by how often moderators agreed with them.

    The mean of a Beta distribution that begins with one agreement and one disagreement (the rule
    of succession, Laplace 1774), times two, so that somebody new counts as one.

    >>> weight(0, 0), weight(8, 0), weight(0, 8)
    (1.0, 1.8, 0.2)
    """
    return 2 * NEW_WEIGHT * (upheld + 1) / (upheld + declined + 2)


def hides(weights: Iterable[float]) -> bool:
    """Whether the open flags of a comment hide it until a moderator has read it."""
    return sum(weights) >= HIDES_FROM


def heaviest(weights: Mapping[str, float]) -> str:
    """The reason that weighs most; of equal ones the first in the alphabet."""
    return min(weights, key=lambda reason: (-weights[reason], reason))
