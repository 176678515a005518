"""Articles in the words of schema.org, as search engines document them.

https://developers.google.com/search/docs/appearance/structured-data/article
"""

from datetime import datetime
from typing import Any

from django.conf import settings

from articles.library.models import Article
from articles.syndication.articles import author_of, licence_of
from articles.syndication.records import site_address
from common.html import linked_data, safe_json

Described = dict[str, Any]

# Stands for the number of comments. No text of ours holds a NUL (see `common.text.storable`).
COUNT = "\0count"


def article_block(article: Article) -> str:
    """The data block of an article page, with a mark for `fill_count`: the page without its
    thread is kept while comments come and go.
    """
    return linked_data({"@context": "https://schema.org"} | describe_article(article))


def fill_count(page: str, count: int) -> str:
    """The page with the number of its comments in the data block."""
    return page.replace(safe_json(COUNT), str(count), 1)


def describe_article(article: Article) -> Described:
    """A published article as `NewsArticle`, or `Article` where it is nobody else's news."""
    page = site_address(article.get_absolute_url())
    described = {
        "@type": "NewsArticle" if article.source_id else "Article",
        "@id": f"{page}#article",
        "mainEntityOfPage": page,
        "url": page,
        "headline": article.title,
        "description": article.excerpt,
        "datePublished": moment(article.dated_at),
        "dateModified": moment(changed_at(article)),
        "author": writer(article),
        "publisher": publisher(),
        "sourceOrganization": organization(article.source.name) if article.source else None,
        "isBasedOn": article.source_url,
        "copyrightNotice": licence_of(article),
        "keywords": [topic.name for topic in article.topics.all()],
        "isAccessibleForFree": True,
        "discussionUrl": f"{page}#thread",
        "commentCount": COUNT,
    }
    return known(described)


def changed_at(article: Article) -> datetime | None:
    """When its text last changed, at the source or here; first published counts, too."""
    moments = (article.dated_at, article.source_updated_at, article.edited_at)
    return max((each for each in moments if each), default=None)


def writer(article: Article) -> Described:
    """The author as named, or else the source, or else this site."""
    if article.author:
        return {"@type": "Person", "name": article.author}
    return organization(author_of(article)) if article.source else publisher()


def publisher() -> Described:
    """This site."""
    return organization(settings.SITE_NAME) | {"url": site_address("/")}


def organization(name: str) -> Described:
    """Somebody who is no person."""
    return {"@type": "Organization", "name": name}


def moment(when: datetime | None) -> str | None:
    """A time in ISO 8601, with its zone."""
    return when.isoformat(timespec="seconds") if when else None


def known(described: Described) -> Described:
    """Without what is not known: an empty value would be a claim."""
    return {name: value for name, value in described.items() if value not in ("", None, [])}
