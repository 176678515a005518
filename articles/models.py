"""The index of models that Django needs; they live in their areas."""

from articles.ask.encoder.models import ArticleEmbedding
from articles.ask.models import Question
from articles.history.models import ArticleVersion, Correction, SourceChange
from articles.index.models import SearchEntry, SearchState, SearchWord
from articles.library.models import Article, ImportRun, Source, Surroundings, Topic
from articles.newsletter.models import (
    Announcement,
    Delivery,
    Issue,
    IssueArticle,
    Subscriber,
    Suppression,
)
from articles.stories.models import (
    ArticleReading,
    RelatedArticle,
    Story,
    StoryProposal,
    StoryTrait,
)

__all__ = [
    "Announcement",
    "Article",
    "ArticleEmbedding",
    "ArticleReading",
    "ArticleVersion",
    "Correction",
    "Delivery",
    "ImportRun",
    "Issue",
    "IssueArticle",
    "Question",
    "RelatedArticle",
    "SearchEntry",
    "SearchState",
    "SearchWord",
    "Source",
    "SourceChange",
    "Story",
    "StoryProposal",
    "StoryTrait",
    "Subscriber",
    "Suppression",
    "Surroundings",
    "Topic",
]
