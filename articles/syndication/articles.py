"""Articles as entries of a feed."""

from django.urls import reverse
from django.utils.html import format_html

from articles.library.models import Article
from articles.library.querysets import ArticleQuerySet
from articles.syndication.records import Entry, lasting_id, site_address

# A reader who comes back after weeks misses little, and the whole text of so many is about as
# large as a picture.
FEED_LENGTH = 50


def newest(articles: ArticleQuerySet) -> ArticleQuerySet:
    """The published ones that a feed shows, the newest first."""
    return articles.published().order_by("-published_at", "-pk")[:FEED_LENGTH]


def versions(articles: ArticleQuerySet) -> list[tuple[int, int]]:
    """Keys and versions of those, to see whether anything changed."""
    return list(newest(articles).values_list("pk", "version"))


def entries(articles: ArticleQuerySet) -> tuple[Entry, ...]:
    """The newest articles as entries: two queries, however many there are."""
    found = newest(articles.select_related("source").prefetch_related("topics"))
    return tuple(entry(article) for article in found)


def entry(article: Article) -> Entry:
    """One published article."""
    path = article.get_absolute_url()
    published = article.published_at or article.created_at
    return Entry(
        id=lasting_id(path, article.created_at),
        title=article.title,
        url=site_address(path),
        summary=article.excerpt,
        html=shown_html(article),
        author=author_of(article),
        published=published,
        updated=max(published, article.edited_at or published),
        rights=licence_of(article),
        topics=tuple(topic.name for topic in article.topics.all()),
        via=article.source_url,
        talk=site_address(f"{path}#thread"),
        talk_feed=site_address(reverse("comments_atom", args=[article.slug])),
    )


def shown_html(article: Article) -> str:
    """What may be read away from the site: the text, or of an excerpt only its beginning."""
    return format_html("<p>{}</p>", article.excerpt) if article.is_excerpt else article.body_html


def author_of(article: Article) -> str:
    """Who wrote it, as far as is known: a person, or else the source; "" for nobody."""
    return article.author or (article.source.name if article.source else "")


def licence_of(article: Article) -> str:
    """Under which terms it stands here; "" where nothing is said."""
    return article.licence_note or (article.source.licence_note if article.source else "")
