"""The words of an article as the pure comparison takes them."""

import hashlib
from datetime import datetime

from articles.library.models import Article
from articles.stories.comparing import Document
from common.html import html_to_text

COMPARED = (Article.State.DRAFT, Article.State.PUBLISHED)


def document_of(article: Article) -> Document:
    """The article in plain words, dated as at its source, else when it was published or came in."""
    words = html_to_text(article.body_html)
    return Document(article.title, article.standfirst, words, dated_at(article))


def dated_at(article: Article) -> datetime:
    """The moment nearest to the news."""
    found: datetime = article.dated_at or article.created_at
    return found


def mark_of(article: Article) -> str:
    """Tells whether an article is as it was when it was compared: words, date, state, topics."""
    topics = sorted(article.topics.values_list("pk", flat=True))
    words = (article.title, article.standfirst, article.body_html, article.state)
    content = "\x00".join((*words, str(dated_at(article)), str(topics)))
    return hashlib.sha256(content.encode()).hexdigest()
