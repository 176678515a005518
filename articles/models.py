"""The index of models that Django needs; they live in their areas."""

from articles.history.models import ArticleVersion, Correction, SourceChange
from articles.library.models import Article, ImportRun, Source, Topic
from articles.stories.models import RelatedArticle, Story, StoryProposal

__all__ = [
    "Article",
    "ArticleVersion",
    "Correction",
    "ImportRun",
    "RelatedArticle",
    "Source",
    "SourceChange",
    "Story",
    "StoryProposal",
    "Topic",
]
