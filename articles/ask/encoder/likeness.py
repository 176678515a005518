"""How like an article is to a question in what it means. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Likeness:
    """Cosines, from -1 to 1, of a question with an article's title, its nearest part, and all of it."""

    title: float
    part: float
    whole: float
