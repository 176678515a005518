"""How common a trait is in the archive: what many articles have says little about two. Pure."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articles.stories.comparing.documents import key_of

# An archive of ten articles knows little about what is common; it is taken for one of so many.
ARTICLES_MIN = 60


@dataclass(frozen=True, slots=True)
class Spread:
    """Of how many articles an archive has, and how many of them have a trait, by its key."""

    articles: int = 0
    counts: Mapping[int, int] = field(default_factory=dict)

    def rarity(self, kind: str, text: str) -> float:
        """From 1 (these two alone have it) to 0 (all have it)."""
        return self.rarity_of(self.counts.get(key_of(kind, text), 2))

    def rarity_of(self, count: int) -> float:
        """The square of the usual logarithm (Sparck Jones, 1972), so that the common fades fast."""
        articles = max(self.articles, ARTICLES_MIN)
        rest = math.log(articles / min(max(count, 2), articles))
        return (rest / math.log(articles / 2)) ** 2

    def rarity_of_passages(self, keys: Iterable[int]) -> float:
        """The average of those of the passages that were counted; 1 where none was."""
        known = [self.rarity_of(self.counts[key]) for key in keys if key in self.counts]
        return sum(known) / len(known) if known else 1.0
