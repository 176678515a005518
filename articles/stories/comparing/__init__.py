"""Recognising articles about the same study. Pure: words in, a score and signs out."""

from articles.stories.comparing.documents import Document
from articles.stories.comparing.evidence import PROPOSED, compare
from articles.stories.comparing.spread import Spread
from articles.stories.comparing.traits import Traits, read_traits

__all__ = ["PROPOSED", "Document", "Spread", "Traits", "compare", "read_traits"]
