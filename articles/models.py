"""The index of models that Django needs; they live in their areas."""

from articles.importing.models import ImportRun
from articles.library.models import Article, Source, Topic

__all__ = ["Article", "ImportRun", "Source", "Topic"]
