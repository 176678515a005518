"""The index of models that Django needs; they live in their areas."""

from articles.library.models import Article, ImportRun, Source, Topic

__all__ = ["Article", "ImportRun", "Source", "Topic"]
