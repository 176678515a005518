"""What search knows of articles: those that are published, by their words as they are."""

from articles.index.actions import remove_entries, write_entries
from articles.index.entries import Entry, Kind, day_of, joined
from articles.library.models import Article
from common.html import html_to_text


def index_article(article: Article) -> None:
    """Let search find an article that readers can see, and no other. Call inside a transaction."""
    if article.is_published:
        write_entries([article_entry(article)])
    else:
        remove_entries(Kind.ARTICLE, [article.pk])


def article_entry(article: Article) -> Entry:
    """What the index holds of an article. Where it comes from counts as its author, too."""
    source = article.source.name if article.source else ""
    return Entry(
        kind=Kind.ARTICLE,
        key=article.pk,
        article=article.pk,
        day=day_of(article.dated_at),
        tokens=joined(
            head=[article.title, article.standfirst],
            body=[html_to_text(article.body_html)],
            author=[article.author, source],
        ),
    )
